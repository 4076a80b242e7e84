//! Reading the secret of an enrolment token.

use serde_json::json;
use vestibule_core::events;
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_resource::{Record, Result};

use crate::found;

/// Reading the secret of an enrolment token.
pub(super) static ACTIONS: &[Action] = &[Action {
    path: "view_key",
    method: "GET",
    id: "endpoints_agents_enrollment_tokens_view_key_retrieve",
    target: Target::Object,
    need: Need::Permission("view_enrollment_token_key"),
    schema: Schema::answers("TokenView"),
    run: |cx, row, _| Box::pin(view_key(cx, row)),
}];

async fn view_key(cx: &Context, row: Option<Record>) -> Result<Answer> {
    let token = found(row)?;
    // Nobody sees a secret unless the log of events says so.
    events::emit(cx, "secret_view", json!({ "secret": events::reference(&token) })).await?;
    Ok(Answer::json(200, json!({ "key": token.text("key") })))
}
