//! What administrators hear of policies: that one was asked, and that one failed.

use serde_json::{Map, Value as Json, json};
use vestibule_core::events;
use vestibule_engine::Context;
use vestibule_resource::Record;

use crate::{PolicyRequest, PolicyResult};

/// Name under which the answers of prompts are known; a password may stand there under any name.
const PROMPT_DATA: &str = "prompt_data";

/// Writes the events of one policy that was asked: that it was, where it says so, and that it failed. A trial leaves none.
pub(crate) async fn asked(cx: &Context, policy: &Record, binding: Option<&Record>, request: &PolicyRequest, result: &PolicyResult) {
    if request.debug {
        return;
    }
    if let Some(exception) = &result.exception {
        let more = json!({ "exception": exception, "message": format!("“{}” failed: {exception}", policy.text("name")) });
        tell(cx, "policy_exception", about(policy, binding, request), more).await;
    } else if policy.flag("execution_logging") {
        let more = json!({ "result": { "passing": result.passing, "messages": result.messages }, "message": "Policy Execution" });
        tell(cx, "policy_execution", about(policy, binding, request), more).await;
    }
}

/// An event that cannot be written changes no verdict, so it is for the log.
async fn tell(cx: &Context, action: &str, mut context: Map<String, Json>, more: Json) {
    if let Json::Object(more) = more {
        context.extend(more);
    }
    if let Err(error) = events::emit(cx, action, Json::Object(context)).await {
        tracing::error!(%error, action, "what a policy did could not be written as an event");
    }
}

fn about(policy: &Record, binding: Option<&Record>, request: &PolicyRequest) -> Map<String, Json> {
    let named = |row: Option<&Record>| row.map(events::reference);
    let asked = json!({
        "user": named(request.user_row.as_deref()), "obj": named(request.obj.as_deref()), "context": without_answers(&request.context),
        "debug": request.debug,
    });
    Map::from_iter([
        ("policy_uuid".to_owned(), policy.key().to_json()),
        ("policy".to_owned(), events::reference(policy)),
        ("binding".to_owned(), named(binding).unwrap_or_default()),
        ("request".to_owned(), asked),
    ])
}

/// What was known, with the names of what was typed but not the values.
pub(crate) fn without_answers(context: &Map<String, Json>) -> Json {
    let told = |(name, value): (&String, &Json)| {
        let value = match value {
            Json::Object(answers) if name == PROMPT_DATA => answers.keys().cloned().collect(),
            Json::Object(inner) => without_answers(inner),
            other => other.clone(),
        };
        (name.clone(), value)
    };
    Json::Object(context.iter().map(told).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_told_by_name_alone() {
        let Json::Object(context) = json!({ "prompt_data": { "pw": "x" }, "flow_plan": { "context": { "prompt_data": { "pw": "x" } } } })
        else {
            return;
        };
        let told = json!({ "prompt_data": ["pw"], "flow_plan": { "context": { "prompt_data": ["pw"] } } });
        assert_eq!(without_answers(&context), told);
    }
}
