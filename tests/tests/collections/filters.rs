//! Every filter of every list, against what it must and what it must not find.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use vestibule_tests::App;

use crate::{
    by_hand::BY_HAND,
    looks::{Lookup, key, look, values},
    world::{List, World, all, escaped, identity, text},
};

/// Secrets, which nothing can be found by: who may look at objects could find one out by asking often enough.
const SECRET: &[(&str, &str)] =
    &[("stages/authenticator/email", "password"), ("stages/authenticator/sms", "auth"), ("stages/authenticator/sms", "auth_password")];

/// A question and which objects answer it.
struct Ask {
    query: String,
    fits: Vec<bool>,
}

pub(crate) async fn a_filter_finds_what_it_names_and_nothing_else(app: &'static App) {
    let world = World::of(app).await;
    let (mut wrong, mut tried, mut untried) = (Vec::new(), 0, Vec::new());
    for list in &world.lists {
        for (param, schema) in &list.params {
            let this = |known: &(&str, &str)| *known == (list.path.as_str(), param.as_str());
            if SECRET.iter().any(this) {
                let answer = app.admin().get(&format!("{}/?{param}=zq", list.path)).await;
                answer.assert(400, json!({ param.as_str(): ["Secrets cannot be searched for."] }));
                tried += 1;
                continue;
            }
            if BY_HAND.iter().any(this) {
                tried += 1;
                continue;
            }
            let asks = asks(world, list, param, schema["type"] == "array");
            match &asks {
                Err(why) => untried.push(format!("{}?{param}: {why}", list.path)),
                Ok(_) => tried += 1,
            }
            for ask in asks.unwrap_or_default() {
                wrong.extend(judge(world, list, &ask).await);
            }
        }
    }
    println!("{tried} filters tried, {} not", untried.len());
    assert!(
        wrong.is_empty() && untried.is_empty(),
        "{} of {tried} filters:\n{}\nnot tried:\n{}",
        wrong.len(),
        wrong.join("\n"),
        untried.join("\n")
    );
}

/// What is wrong with the answer to a question; `None` when it is right.
async fn judge(world: &World, list: &List, ask: &Ask) -> Option<String> {
    let objects = world.objects(&list.path);
    let wanted: BTreeSet<String> = objects.iter().zip(&ask.fits).filter(|(_, fits)| **fits).map(|(object, _)| identity(object)).collect();
    let found = match all(world.app, &list.path, &format!("&{}", ask.query)).await {
        Ok(found) => found,
        Err(answer) => return Some(answer.to_string()),
    };
    let found: BTreeSet<String> = found.iter().map(identity).collect();
    let (missing, more) = (wanted.difference(&found).count(), found.difference(&wanted).count());
    let told = || format!("{}?{}: {missing} of {} missing, {more} too many", list.path, ask.query, wanted.len());
    (missing + more > 0).then(told)
}

/// Questions that some objects answer and some do not, or why there are none.
fn asks(world: &World, list: &List, param: &str, several: bool) -> Result<Vec<Ask>, String> {
    let (path, lookup) = look(&list.path, param);
    let objects = world.objects(&list.path);
    let seen: Option<Vec<Vec<Json>>> = objects.iter().map(|object| values(world, &list.path, object, &path)).collect();
    let seen = seen.ok_or_else(|| format!("{path} of {} is not seen", objects.len()))?;
    let mut asks = possible(param, lookup, &seen);
    asks.retain(|ask| ask.fits.contains(&true) && ask.fits.contains(&false));
    asks.sort_by_key(|ask| ask.fits.iter().filter(|fits| **fits).count());
    asks.truncate(2);
    if let [one, two] = asks.as_slice()
        && several
        && lookup == Lookup::Exact
    {
        let fits = one.fits.iter().zip(&two.fits).map(|(one, two)| *one || *two).collect();
        let (_, value) = two.query.split_once('=').unwrap();
        let glue = if param.ends_with("_in") && schema_is_commas(param) { ",".into() } else { format!("&{param}=") };
        asks.push(Ask { query: format!("{}{glue}{value}", one.query), fits });
    }
    if asks.is_empty() {
        let different: BTreeSet<String> = seen.iter().map(|values| json!(values).to_string()).take(3).collect();
        return Err(format!("all {} alike: {different:?}", objects.len()));
    }
    Ok(asks)
}

/// Names are given in one text, with commas between them.
fn schema_is_commas(param: &str) -> bool {
    param == "identifier_in"
}

fn possible(param: &str, lookup: Lookup, seen: &[Vec<Json>]) -> Vec<Ask> {
    let texts: Vec<Vec<String>> = seen.iter().map(|values| values.iter().filter_map(|value| text(&key(value))).collect()).collect();
    let ask = |value: &str, fits: &dyn Fn(&str) -> bool| Ask {
        query: format!("{param}={}", escaped(value)),
        fits: texts.iter().map(|all| all.iter().any(|text| fits(text))).collect(),
    };
    let different: BTreeSet<&String> = texts.iter().flatten().collect();
    let middle = || different.iter().nth(different.len() / 2).map(|text| text.to_string());
    let lower = |text: &str| text.to_lowercase();
    match lookup {
        Lookup::Exact => different.iter().map(|value| ask(value, &|text| text == *value)).collect(),
        Lookup::IgnoringCase => different.iter().map(|value| ask(&cased(value), &|text| lower(text) == lower(value))).collect(),
        Lookup::Contains => {
            let parts = different.iter().map(|value| value.chars().skip(1).collect::<String>());
            parts.map(|part| ask(&part.to_uppercase(), &|text| lower(text).contains(&lower(&part)))).collect()
        }
        Lookup::StartsWith => {
            let parts = different.iter().map(|value| value.chars().take(value.len() - 1).collect::<String>());
            parts.filter(|part| !part.is_empty()).map(|part| ask(&part, &|text| text.starts_with(&part))).collect()
        }
        Lookup::Greater => middle().map(|value| ask(&value, &|text| moment(text) > moment(&value))).into_iter().collect(),
        Lookup::Less => middle().map(|value| ask(&value, &|text| moment(text) < moment(&value))).into_iter().collect(),
        Lookup::IsNull => {
            let empty = |yes: bool| Ask { query: format!("{param}={yes}"), fits: texts.iter().map(|all| all.is_empty() == yes).collect() };
            vec![empty(true), empty(false)]
        }
        Lookup::Member => members(param, seen),
        Lookup::Flag => vec![ask("true", &|text| text == "true")],
    }
}

/// Case plays no part, but `true` and numbers have none.
fn cased(value: &str) -> String {
    if ["true", "false"].contains(&value) { value.to_owned() } else { value.to_uppercase() }
}

/// A moment in a form whose order is that of time.
pub(crate) fn moment(text: &str) -> String {
    match text.strip_suffix('Z') {
        Some(rest) => format!("{:0<26}", if rest.contains('.') { rest.to_owned() } else { format!("{rest}.") }),
        None => text.to_owned(),
    }
}

fn members(param: &str, seen: &[Vec<Json>]) -> Vec<Ask> {
    let objects: Vec<&Json> = seen.iter().filter_map(|values| values.first()).collect();
    let members = objects.iter().filter_map(|object| object.as_object()).flatten().filter(|(_, value)| value.is_string());
    let ask = |(name, value): (&String, &Json)| Ask {
        query: format!("{param}={}", escaped(&json!({ name.as_str(): value }).to_string())),
        fits: seen.iter().map(|values| values.first().is_some_and(|object| object.get(name) == Some(value))).collect(),
    };
    members.map(ask).collect()
}
