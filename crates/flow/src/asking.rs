//! Asking the policies of a flow and of its places, and what they change in the plan.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};
use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_policies::{Gate, Policies, PolicyRequest, PolicyResult, denied, evaluate, explain};
use vestibule_resource::{Error, Record, Result};

use crate::PendingUser;

/// The name under which policies see the plan.
const FLOW_PLAN: &str = "flow_plan";

/// What the policies of a flow say, given what is known beforehand. `remembers` says whether earlier verdicts count.
pub(crate) async fn flow(
    cx: &Context,
    flow: &Arc<Record>,
    user: Option<i64>,
    context: &Map<String, Json>,
    remembers: bool,
) -> Result<PolicyResult> {
    let gate = Gate { remembers, ..Gate::of(Arc::clone(flow))? };
    let known = if is_bound(cx, &gate).await? { context.clone() } else { Map::new() };
    evaluate(cx, &gate, &mut PolicyRequest::about(user).knowing(known)).await
}

/// What the policies of a place in a flow say about what is known so far, and the places that are ahead. What they change in the
/// plan is changed afterwards.
pub(crate) async fn place(
    cx: &Context,
    place: &Arc<Record>,
    user: Option<i64>,
    context: &mut Map<String, Json>,
    ahead: &[Uuid],
) -> Result<PolicyResult> {
    let gate = Gate::of(Arc::clone(place))?;
    if !is_bound(cx, &gate).await? {
        return evaluate(cx, &gate, &mut PolicyRequest::about(user)).await;
    }
    let mut request = PolicyRequest::about(user).knowing(shown(context, ahead));
    let result = evaluate(cx, &gate, &mut request).await;
    take_over(context, request.context);
    match result {
        // Whoever does not pass here passes over the stage, and nobody does that because something broke.
        Ok(result) if result.broken => Err(Error::internal("a policy of a stage broke, so the flow does not go on")),
        result => result,
    }
}

/// Keeps why a flow turned its visitor away.
pub(crate) async fn turned_away(cx: &Context, flow: &Arc<Record>, verdict: &PolicyResult) -> Result<()> {
    denied(cx, &Gate::of(Arc::clone(flow))?, cx.caller.user(), verdict).await;
    Ok(())
}

/// The tree of what the policies of a flow or a place would say about a user who enters, tried: nothing comes of it.
pub(crate) async fn explained(cx: &Context, row: &Arc<Record>, user: i64) -> Result<Json> {
    let gate = Gate::of(Arc::clone(row))?;
    let context = PendingUser::Saved { pk: user }.into_context();
    let mut request = PolicyRequest::about(Some(user)).knowing(shown(&context, &[])).as_trial();
    let result = evaluate(cx, &gate, &mut request).await?;
    explain(cx, &gate, Some(user), &result).await
}

/// The key of a place or a flow as a target of policies.
pub(crate) fn target(row: &Record) -> Uuid {
    row.uuid("policybindingmodel_ptr_id").unwrap_or_default()
}

async fn is_bound(cx: &Context, gate: &Gate) -> Result<bool> {
    Ok(!cx.service::<Policies>()?.live(cx, gate.key).await?.is_empty())
}

/// What policies see: all that the plan knows, and the plan itself.
fn shown(context: &Map<String, Json>, ahead: &[Uuid]) -> Map<String, Json> {
    let mut shown = context.clone();
    shown.insert(FLOW_PLAN.to_owned(), json!({ "context": context, "bindings": ahead }));
    shown
}

/// Takes over what policies changed: in the context of the plan, and within the objects and lists that both show.
fn take_over(context: &mut Map<String, Json>, mut seen: Map<String, Json>) {
    let plan = seen.get_mut(FLOW_PLAN).and_then(|plan| plan.get_mut("context")).map(Json::take);
    let Some(Json::Object(mut plan)) = plan else { return };
    for (name, known) in context.iter() {
        let unchanged = plan.get(name) == Some(known);
        if let Some(other) = seen.get_mut(name)
            && unchanged
            && is_within(known, other)
        {
            plan.insert(name.clone(), other.take());
        }
    }
    if plan != *context {
        *context = plan;
    }
}

/// Whether what was known may have been changed from within: a number or a text never is, it is replaced.
fn is_within(known: &Json, other: &Json) -> bool {
    matches!((known, other), (Json::Object(_), Json::Object(_)) | (Json::Array(_), Json::Array(_)))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use super::*;

    fn known() -> Map<String, Json> {
        json!({ "prompt_data": { "email": "ada@example.com" }, "count": 1 }).as_object().unwrap().clone()
    }

    fn after(change: impl FnOnce(&mut Json)) -> Json {
        let mut context = known();
        let mut seen = Json::Object(shown(&context, &[]));
        change(&mut seen);
        take_over(&mut context, seen.as_object().unwrap().clone());
        Json::Object(context)
    }

    #[test]
    fn what_a_policy_writes_into_the_plan_is_there_afterwards() {
        let changed = after(|seen| seen["flow_plan"]["context"]["prompt_data"]["username"] = json!("ada"));
        assert_eq!(changed["prompt_data"], json!({ "email": "ada@example.com", "username": "ada" }));
        assert_eq!(after(|seen| drop(seen["flow_plan"]["context"].as_object_mut().unwrap().remove("count")))["count"], Json::Null);
    }

    #[test]
    fn what_both_show_can_be_changed_through_either() {
        let changed = after(|seen| seen["prompt_data"]["username"] = json!("ada"));
        assert_eq!(changed["prompt_data"]["username"], json!("ada"));
    }

    #[test]
    fn the_notes_of_a_policy_are_no_part_of_the_plan() {
        let noted = |seen: &mut Json| {
            seen["note"] = json!("n");
            seen["count"] = json!(2);
        };
        assert_eq!(after(noted), Json::Object(known()));
    }
}
