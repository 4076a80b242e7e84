//! What an application would learn about a user.

use std::sync::Arc;

use serde_json::{Value as Json, json};
use vestibule_core::users::User;
use vestibule_engine::{Action, Answer, Context, Need, Run, Schema, Target};
use vestibule_resource::{Error, Model as _, Record, Result};

const FOR_USER: &str = r#"[{"in":"query","name":"for_user","schema":{"type":"integer"}}]"#;

/// What it takes to learn so about somebody else.
const FOR_OTHERS: &str = "authentik_core.preview_user";

/// `preview_user/`: what the application would learn about the caller, or about the user of `for_user`.
pub(crate) const fn preview_user(id: &'static str, run: Run) -> Action {
    Action {
        path: "preview_user",
        method: "GET",
        id,
        target: Target::Object,
        need: Need::View,
        schema: Schema { params: FOR_USER, ..Schema::answers("PropertyMappingPreview") },
        run,
    }
}

/// What `preview_user/` answers.
pub(crate) fn previewed(preview: impl Into<Json>) -> Answer {
    Answer::json(200, json!({ "preview": preview.into() }))
}

/// Whom the preview is about: a user whom the caller sees, and about whom they may ask this.
pub(crate) async fn subject(cx: &Context) -> Result<Arc<Record>> {
    let caller = cx.caller.identity().ok_or_else(Error::unauthenticated)?;
    let Some(text) = cx.request.params.get("for_user").filter(|text| !text.is_empty()) else { return Ok(Arc::new(caller.user.clone())) };
    let number: i64 = text.parse().map_err(|_| Error::field("for_user", "A valid integer is required."))?;
    if number == caller.key() {
        return Ok(Arc::new(caller.user.clone()));
    }
    let user = cx.seen(User::RESOURCE, &number.into()).await?.map_err(|wrong| Error::field("for_user", wrong))?;
    if cx.may(FOR_OTHERS, &user).await? { Ok(Arc::new(user)) } else { Err(Error::denied()) }
}
