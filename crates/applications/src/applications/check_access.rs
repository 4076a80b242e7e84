//! `GET check_access/`: whether somebody may open an application.

use serde_json::json;
use vestibule_engine::{Answer, Context};
use vestibule_policies::PolicyResult;
use vestibule_resource::{Error, Model as _, Result};
use vestibule_store::Query;

use super::{Application, list::user_named, try_access};

/// Query parameters as the contract writes them.
pub(super) const PARAMS: &str = r#"[
    {"in": "query", "name": "for_user", "schema": {"type": "integer"}},
    {"in": "path", "name": "slug", "schema": {"type": "string"}, "required": true}
]"#;

/// The verdict about the caller; superusers may ask about somebody else, and they alone are told what policies say.
pub(super) async fn check(cx: &Context) -> Result<Answer> {
    let slug = cx.segment("slug");
    let found = Query::all(Application::RESOURCE).is("slug", slug).limit(1);
    let application = cx.store.first(&found).await?.ok_or_else(|| Error::no_match(Application::RESOURCE.name))?;
    let mut user = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    let superuser = cx.caller.superuser();
    if let Some(text) = cx.request.params.get("for_user").filter(|text| superuser && !text.is_empty()) {
        user = user_named(cx, text).await?.key().as_int().unwrap_or_default();
    }
    let result = try_access(cx, &application, user).await?;
    // What policies have to say is for administrators alone.
    let told = if superuser { result } else { PolicyResult::silent(result.passing) };
    Ok(Answer::json(200, json!({ "passing": told.passing, "messages": told.messages, "log_messages": told.log_json() })))
}
