//! Policies that judge the answers of a page.

use serde_json::{Map, Value as Json, json};
use vestibule_flow::{Errors, Run};
use vestibule_policies::{PolicyRequest, judge};
use vestibule_resource::{Record, Result};

use super::stage::links;

/// What the stage's policies have against the answers; `None` when all of them accept. They see the answers and nothing else of
/// the plan.
pub(super) async fn refusal(row: &Record, run: &Run<'_>, answers: &Map<String, Json>) -> Result<Option<Errors>> {
    let bound = run.cx.store.links(&links("validation_policies")?, &[row.key().clone()]).await?;
    if bound.is_empty() {
        return Ok(None);
    }
    let context = Map::from_iter([("prompt_data".to_owned(), json!(answers))]);
    let user = run.pending_user().await?.as_ref().and_then(|user| user.key().as_int()).or(run.cx.caller.user());
    let mut request = PolicyRequest::about(user).knowing(context);
    let (mut passing, mut messages) = (true, Vec::new());
    for (_, policy) in bound {
        let said = judge(run.cx, &policy, &mut request).await?;
        passing &= said.passing;
        messages.extend(said.messages);
    }
    Ok((!passing).then(|| errors(messages)))
}

fn errors(messages: Vec<String>) -> Errors {
    let mut errors = Errors::default();
    for message in messages {
        errors.add("non_field_errors", message, "invalid");
    }
    if errors.is_empty() {
        // A refusal without a word must still be one.
        return Errors::non_field("The answers were not accepted.");
    }
    errors
}
