//! Figures about events: how many of what, when, and by how many people.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value as Json, json};
use vestibule_core::events::Event;
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Model as _, Result, Value};
use vestibule_secret::duration;
use vestibule_store::{Condition, Gather, Op, Query};

/// Length of the spans of `volume`, in seconds: six hours.
const SPAN: u32 = 6 * 60 * 60;

/// Most lines of an answer.
const MOST_LINES: u64 = 10_000;

/// Most steps that `stats` counts.
const MOST_STEPS: usize = 20;

/// Who did it, by key.
const WHO: Gather = Gather::Member("user", &["pk"]);

/// The events that a list would hold.
pub(super) async fn asked(cx: &Context) -> Result<Query> {
    cx.narrowed(cx.visible(Event::RESOURCE).await?).await
}

/// How many of each action, for every six hours of the last days in which there were any.
pub(super) async fn volume(cx: &Context) -> Result<Answer> {
    let days = number(cx, "history_days", 7, 60)?;
    let query = since(asked(cx).await?, cx, SignedDuration::from_hours(days * 24)).limit(MOST_LINES);
    let tally = cx.store.tally(&query, &[Gather::Span("created", SPAN), Gather::Path("action")], None).await?;
    let mut lines: Vec<(Timestamp, String, u64)> = Vec::with_capacity(tally.len());
    for group in tally {
        if let [time, action] = group.by.as_slice() {
            lines.push((time.as_time().unwrap_or_default(), action.to_string(), group.rows));
        }
    }
    lines.sort();
    let shown = lines.iter().map(|(time, action, count)| json!({ "action": action, "time": Value::Time(*time).to_json(), "count": count }));
    Ok(Answer::json(200, shown.collect()))
}

/// The applications that were entered most, with the number of people who entered them.
pub(super) async fn top_per_user(cx: &Context) -> Result<Answer> {
    let most = number(cx, "top_n", 15, 1000)?;
    // Events that are about no application make one group more.
    let query = asked(cx).await?.limit(u64::try_from(most).unwrap_or_default() + 1);
    let tally = cx.store.tally(&query, &[Gather::Member("context", &["authorized_application"])], Some(&WHO)).await?;
    let application = |by: &[Value]| by.first().and_then(Value::as_json).filter(|json| json.is_object()).cloned();
    let shown = tally.iter().filter_map(|group| {
        Some(json!({ "application": application(&group.by)?, "counted_events": group.rows, "unique_users": group.distinct }))
    });
    Ok(Answer::json(200, shown.take(usize::try_from(most).unwrap_or_default()).collect()))
}

/// By how many people, and how many within the last hour, day or whatever `count_steps` name.
pub(super) async fn stats(cx: &Context) -> Result<Answer> {
    let steps = steps(cx)?;
    let query = asked(cx).await?;
    let people = cx.store.tally(&query, &[], Some(&WHO)).await?.first().map_or(0, |all| all.distinct);
    let mut counts = Map::new();
    for (name, step) in steps {
        let count = cx.store.count(&since(query.clone(), cx, step)).await?;
        counts.insert(name, count.into());
    }
    Ok(Answer::json(200, json!({ "unique_users": people, "count_step": counts })))
}

fn since(query: Query, cx: &Context, past: SignedDuration) -> Query {
    let begin = cx.store.world().now().checked_sub(past).unwrap_or(Timestamp::MIN);
    query.filter(Condition::compare("created", Op::Ge, begin))
}

/// The steps by their names, which are durations such as `hours=1`; repeated, or with commas between.
fn steps(cx: &Context) -> Result<Vec<(String, SignedDuration)>> {
    let named: Vec<&str> = cx.request.params.all("count_steps").flat_map(|text| text.split(',')).filter(|text| !text.is_empty()).collect();
    if named.is_empty() {
        return Err(Error::field("count_steps", "This field is required."));
    }
    if named.len() > MOST_STEPS {
        return Err(Error::field("count_steps", format!("Ensure this field has no more than {MOST_STEPS} elements.")));
    }
    let wrong: Map<String, Json> = named.iter().enumerate().filter_map(|(place, text)| wrong(place, text)).collect();
    if !wrong.is_empty() {
        return Err(Error::Invalid(json!({ "count_steps": wrong })));
    }
    Ok(named.into_iter().filter_map(|text| Some((text.to_owned(), duration::parse(text).ok()?))).collect())
}

fn wrong(place: usize, text: &str) -> Option<(String, Json)> {
    duration::parse(text).err().map(|error| (place.to_string(), json!([error.to_string()])))
}

/// A whole number from 1 to `most` in a query parameter.
fn number(cx: &Context, param: &str, default: i64, most: i64) -> Result<i64> {
    let Some(text) = cx.request.params.get(param).filter(|text| !text.is_empty()) else { return Ok(default) };
    match text.trim().parse::<i64>() {
        Ok(number) if number > most => Err(Error::field(param, format!("Ensure this value is less than or equal to {most}."))),
        Ok(number) if number < 1 => Err(Error::field(param, "Ensure this value is greater than or equal to 1.")),
        Ok(number) => Ok(number),
        Err(_) => Err(Error::field(param, "A valid integer is required.")),
    }
}
