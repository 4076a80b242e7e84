//! What an event matcher decides.

use futures::future::BoxFuture;
use serde_json::Value as Json;
use vestibule_engine::{Context, ql::Filter};
use vestibule_resource::{Record, Result, Word as _};

use super::EventMatcherPolicy;
use crate::{PolicyRequest, PolicyResult};

/// Passes the event in the context if it is as described.
pub(crate) fn passes<'a>(_cx: &'a Context, row: &'a Record, request: &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>> {
    Box::pin(async move { Ok(judge(&row.read()?, request.context.get("event"))) })
}

fn judge(policy: &EventMatcherPolicy, event: Option<&Json>) -> PolicyResult {
    let Some(event) = event.filter(|event| event.is_object()) else { return PolicyResult::silent(false) };
    let query = match policy.query.as_deref().map(Filter::parse).transpose() {
        Ok(query) => query.map(|query| ("Query matched.", query.matches(event))),
        Err(wrong) => return PolicyResult::raised(format!("The query is not understood: {wrong}")),
    };
    let text = |name: &str| event.get(name).and_then(Json::as_str);
    let model = of(event);
    let criteria = [
        ("Action matched.", policy.action.map(|action| action.word()), text("action")),
        ("Client IP matched.", policy.client_ip.as_deref(), text("client_ip")),
        ("App matched.", policy.app.map(|app| app.word()), text("app")),
        ("Model matched.", policy.model.map(|model| model.word()), model.as_deref()),
    ];
    let set = criteria.iter().filter_map(|(message, wanted, found)| Some((*message, (*wanted)? == found.unwrap_or_default())));
    let asked: Vec<(&str, bool)> = set.chain(query).collect();
    PolicyResult {
        // The contract says so of every criterion that was looked at, whatever came of it.
        messages: asked.iter().map(|(message, _)| (*message).to_owned()).collect(),
        ..PolicyResult::silent(asked.iter().all(|(_, fits)| *fits))
    }
}

/// The model label of what an event is about.
fn of(event: &Json) -> Option<String> {
    let model = event.get("context")?.get("model")?;
    let part = |name: &str| model.get(name).and_then(Json::as_str);
    Some(format!("{}.{}", part("app")?, part("model_name")?))
}
