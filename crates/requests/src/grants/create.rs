//! Asking for access: for oneself, or as an agent.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value as Json, json};
use uuid::Uuid;
use vestibule_core::tenant::after;
use vestibule_engine::{Answer, Context, type_name};
use vestibule_resource::{Error, Model as _, Record, Result, Value, Word as _};
use vestibule_secret::duration;
use vestibule_store::{Condition, Query, Store};

use super::{GrantRequest, Status, TARGETS, ways};
use crate::rules::RequestRule;

/// Most things that are asked for at once.
const MOST: usize = 100;

/// How long an agent's request waits for whom it acts for, and how long the agent then has access: one day.
const AGENT: SignedDuration = SignedDuration::from_hours(24);

/// A request about to be written.
struct Draft {
    targets: Vec<Uuid>,
    rule: Option<Value>,
    agent_owner: Option<i64>,
    waits: SignedDuration,
    lasts: SignedDuration,
}

/// `POST` on the collection: the caller asks for themselves. Answers where the request is.
pub(super) async fn ask(cx: &Context, sent: Json) -> Result<Answer> {
    let user = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    let (targets, wished) = (pbms(&sent)?, expiry(&sent)?);
    let bindings = ways::together(cx, user, &targets)
        .await?
        .ok_or_else(|| Error::field("pbms", "There is no rule under which you may ask for all of this together."))?;
    let rule = bindings.first().map(|binding| binding.get("rule").clone()).unwrap_or_default();
    refuse_flow(cx, &rule).await?;
    let shortest = |name: &str| bindings.iter().filter_map(|binding| duration::parse(binding.text(name)).ok()).min().unwrap_or_default();
    let longest = shortest("expiry_granted_max");
    if wished.is_some_and(|wished| wished > longest) {
        return Err(Error::field("expiry", "This is longer than access to it may last."));
    }
    let draft = Draft { targets, rule: Some(rule), agent_owner: None, waits: shortest("expiry_pending"), lasts: wished.unwrap_or(longest) };
    let row = write(cx, user, &draft).await?;
    Ok(Answer::json(200, json!({ "link": address(cx, &row, "") })))
}

/// `POST agent/`: an agent asks whom it acts for.
pub(super) async fn ask_as_agent(cx: &Context, sent: Json) -> Result<Answer> {
    let user = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    let owner = owner_of(&cx.store, user).await?.ok_or_else(Error::denied)?;
    let draft = Draft { targets: pbms(&sent)?, rule: None, agent_owner: Some(owner), waits: AGENT, lasts: AGENT };
    let row = write(cx, user, &draft).await?;
    let address = address(cx, &row, "fulfill/");
    let shown = cx.api.show(cx, &[row], None).await?.pop().unwrap_or_default();
    Ok(Answer::json(201, json!({ "grant_request": shown, "fulfill_url": address })))
}

/// Whom an agent acts for; `None` when that user is no agent.
pub(super) async fn owner_of(store: &Store, user: i64) -> Result<Option<i64>> {
    let Some(agents) = store.catalog().find("authentik_agents.agent") else { return Ok(None) };
    Ok(store.get(agents, user).await?.map(|agent| agent.int("parent")))
}

/// What a flow asks for before a request must not be passed over.
async fn refuse_flow(cx: &Context, rule: &Value) -> Result<()> {
    let rules = cx.store.rows(RequestRule::RESOURCE).await?;
    match rules.find(rule).map(|rule| rule.get("request_flow")) {
        Some(Value::Null) => Ok(()),
        _ => Err(Error::not_possible("The rule for this asks for a flow, and requests through a flow are not possible yet.")),
    }
}

async fn write(cx: &Context, user: i64, draft: &Draft) -> Result<Record> {
    refuse_repeated(cx, user, draft).await?;
    let values = vec![
        ("created_by", Value::from(user)),
        ("agent_owner", draft.agent_owner.into()),
        ("rule", draft.rule.clone().unwrap_or_default()),
        ("lasts", draft.lasts.as_secs().into()),
        ("expires", end(cx, draft).into()),
    ];
    let mut tx = cx.begin().await?;
    let row = tx.insert(GrantRequest::RESOURCE, values).await?;
    for target in &draft.targets {
        tx.link(&TARGETS, row.key(), &Value::Uuid(*target))
            .await
            .map_err(|_| Error::field("pbms", format!("Invalid pk \"{target}\" - object does not exist.")))?;
    }
    tx.commit().await?;
    Ok(row)
}

fn end(cx: &Context, draft: &Draft) -> Timestamp {
    after(cx.store.world().now(), draft.waits)
}

/// Nobody asks for the same again as long as it waits for a decision.
async fn refuse_repeated(cx: &Context, user: i64, draft: &Draft) -> Result<()> {
    let mut same = Query::all(GrantRequest::RESOURCE).is("created_by", user).is("status", Status::Created.word());
    for target in &draft.targets {
        same = same.filter(Condition::is("targets", Value::Uuid(*target)));
    }
    match cx.store.first(&same).await? {
        Some(_) => Err(Error::field("pbms", "You have asked for this already.")),
        None => Ok(()),
    }
}

/// Where a request is found.
fn address(cx: &Context, row: &Record, rest: &str) -> String {
    format!("{}/api/v3/{}/{}/{rest}", cx.origin(), GrantRequest::RESOURCE.path, row.key())
}

/// What is asked for, each thing once.
fn pbms(sent: &Json) -> Result<Vec<Uuid>> {
    let wrong = |message: &str| Error::field("pbms", message);
    let body =
        sent.as_object().ok_or_else(|| Error::non_field(format!("Invalid data. Expected a dictionary, but got {}.", type_name(sent))))?;
    let list = match body.get("pbms") {
        None => return Err(wrong("This field is required.")),
        Some(Json::Null) => return Err(wrong("This field may not be null.")),
        Some(Json::Array(list)) => list,
        Some(other) => return Err(wrong(&format!("Expected a list of items but got type \"{}\".", type_name(other)))),
    };
    if list.is_empty() {
        return Err(wrong("This list may not be empty."));
    }
    if list.len() > MOST {
        return Err(wrong(&format!("Ensure this field has no more than {MOST} elements.")));
    }
    let mut keys = Vec::new();
    for (place, item) in list.iter().enumerate() {
        let key = item.as_str().and_then(|text| Uuid::try_parse(text.trim()).ok());
        let key = key.ok_or_else(|| Error::Invalid(json!({ "pbms": { place.to_string(): ["Must be a valid UUID."] } })))?;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

/// For how long access is asked for; `None` for as long as may be.
fn expiry(sent: &Json) -> Result<Option<SignedDuration>> {
    let text = match sent.get("expiry") {
        None => return Ok(None),
        Some(Json::Null) => return Err(Error::field("expiry", "This field may not be null.")),
        Some(Json::String(text)) if text.trim().is_empty() => return Ok(None),
        Some(Json::String(text)) => text.trim(),
        Some(_) => return Err(Error::field("expiry", "Not a valid string.")),
    };
    let wrong = || Error::field("expiry", format!("{text} is not in the correct format of 'hours=3;minutes=1'."));
    let wished = duration::parse(text).map_err(|_| wrong())?;
    if wished.is_positive() { Ok(Some(wished)) } else { Err(Error::field("expiry", "Access lasts for some time or is not given at all.")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(body: Json) -> Json {
        match pbms(&body).map(|_| ()).and_then(|()| expiry(&body).map(|_| ())) {
            Err(Error::Invalid(told)) => told,
            other => json!(format!("{other:?}")),
        }
    }

    #[test]
    fn what_is_asked_for_is_a_list_of_keys() {
        let key = "c9fca111-96cb-45dc-b0a7-492554004828";
        assert_eq!(pbms(&json!({ "pbms": [key, key.to_uppercase()] })).map(|keys| keys.len()), Ok(1));
        assert_eq!(refused(json!({})), json!({ "pbms": ["This field is required."] }));
        assert_eq!(refused(json!({ "pbms": [] })), json!({ "pbms": ["This list may not be empty."] }));
        assert_eq!(refused(json!({ "pbms": [key, "zz"] })), json!({ "pbms": { "1": ["Must be a valid UUID."] } }));
        assert_eq!(refused(json!({ "pbms": "zz" })), json!({ "pbms": ["Expected a list of items but got type \"str\"."] }));
        let told = json!({ "expiry": ["soon is not in the correct format of 'hours=3;minutes=1'."] });
        assert_eq!(refused(json!({ "pbms": [key], "expiry": "soon" })), told);
        assert_eq!(
            refused(json!({ "pbms": [key], "expiry": "hours=-1" })),
            json!({ "expiry": ["Access lasts for some time or is not given at all."] })
        );
    }
}
