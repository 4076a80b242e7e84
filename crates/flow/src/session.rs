//! What flows keep in a visitor's session.

use serde_json::Value as Json;
use vestibule_core::events::cleanse;
use vestibule_engine::{Context, Session};
use vestibule_resource::Result;

use crate::{Plan, keys};

/// The active plan; one per session, whatever the flow.
pub(crate) const PLAN: &str = "authentik/flows/plan";
/// The browser's own query string, as the latest request wrapped it.
pub(crate) const QUERY: &str = "authentik/flows/get";
/// A copy of the plan for each stage that was completed, for the inspector.
pub(crate) const HISTORY: &str = "authentik/flows/history";
/// What policies had to say, until a page shows it.
pub(crate) const MESSAGES: &str = "vestibule/messages";

/// Most entries that are kept of the history and of the messages.
const MOST: usize = 64;

/// The active plan.
pub(crate) fn plan(cx: &Context) -> Option<Plan> {
    Plan::from_text(cx.session.lock().get(PLAN)?)
}

/// Makes a plan the active one.
pub(crate) fn keep_plan(cx: &Context, plan: &Plan) -> Result<()> {
    keep(&mut cx.session.lock(), PLAN, plan.to_text()?);
    Ok(())
}

/// Drops the active plan and the query string that belongs to it.
pub(crate) fn cancel(cx: &Context) {
    let mut session = cx.session.lock();
    session.remove(PLAN);
    session.remove(QUERY);
}

/// Keeps the browser's own query string.
pub(crate) fn keep_query(cx: &Context, text: &str) {
    keep(&mut cx.session.lock(), QUERY, text.into());
}

/// The browser's own query string; empty when there is none.
pub(crate) fn query(cx: &Context) -> String {
    cx.session.lock().get(QUERY).and_then(Json::as_str).unwrap_or_default().to_owned()
}

/// Adds a completed plan to the history.
pub(crate) fn remember(cx: &Context, plan: &Plan) -> Result<()> {
    // A password that somebody typed stays in the session no longer than the plan needs it.
    let text = if plan.context.contains_key(keys::PROMPT_DATA) {
        let mut plan = plan.clone();
        plan.context.get_mut(keys::PROMPT_DATA).into_iter().for_each(cleanse);
        plan.to_text()?
    } else {
        plan.to_text()?
    };
    push(&mut cx.session.lock(), HISTORY, [text]);
    Ok(())
}

/// Forgets the history.
pub(crate) fn forget(cx: &Context) {
    cx.session.lock().remove(HISTORY);
}

/// The plans of the history, oldest first.
pub(crate) fn history(cx: &Context) -> Vec<Plan> {
    let session = cx.session.lock();
    session.get(HISTORY).and_then(Json::as_array).map(|plans| plans.iter().filter_map(Plan::from_text).collect()).unwrap_or_default()
}

/// Queues messages for the visitor.
pub(crate) fn tell(cx: &Context, messages: Vec<String>) {
    if !messages.is_empty() {
        push(&mut cx.session.lock(), MESSAGES, messages.into_iter().map(Json::from));
    }
}

/// Takes the messages that policies queued for the visitor, oldest first. Whoever takes them shows them.
pub fn take_messages(cx: &Context) -> Vec<String> {
    let messages = cx.session.lock().remove(MESSAGES);
    let texts = messages.as_ref().and_then(Json::as_array).into_iter().flatten();
    texts.filter_map(Json::as_str).map(str::to_owned).collect()
}

/// Keeps a value; a value that stands there already needs no write.
fn keep(session: &mut Session, key: &str, value: Json) {
    if session.get(key) != Some(&value) {
        session.set(key, value);
    }
}

fn push(session: &mut Session, key: &str, values: impl IntoIterator<Item = Json>) {
    let mut list = match session.remove(key) {
        Some(Json::Array(list)) => list,
        _ => Vec::new(),
    };
    list.extend(values);
    let surplus = list.len().saturating_sub(MOST);
    list.drain(..surplus);
    session.set(key, list.into());
}
