//! Expressions of placeholders and initial values.

use std::sync::Arc;

use serde_json::{Map, Value as Json};
use vestibule_engine::Context;
use vestibule_host::{Given, Kind, Scope, evaluate as run};
use vestibule_resource::Record;

/// Works an expression out about that user, who is known so far as `known` says (`prompt_data`); `None` when that cannot be done, and
/// then its text stands as it is.
pub(super) fn evaluate(cx: &Context, user: Option<Arc<Record>>, source: &str, known: &Map<String, Json>) -> Option<Json> {
    let scope = Scope { user, context: known.clone(), ..Scope::new(Kind::Prompt) };
    let scope = scope.with("prompt_context", Given::Json(Json::Object(known.clone())));
    match run(cx, source, scope).map(|outcome| outcome.result) {
        Ok(Ok(value)) => Some(value),
        Ok(Err(failure)) => {
            tracing::warn!(failure = failure.trace, "the expression of a prompt failed, so its text is shown");
            None
        }
        Err(error) => {
            tracing::error!(%error, "the expression of a prompt could not be run, so its text is shown");
            None
        }
    }
}
