//! `GET check_access/`: whether somebody may open an application.

use serde_json::json;
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Model as _, Result};
use vestibule_store::Query;

use super::{Access, Application, access, list::user_named};

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
    let results = access(cx, std::slice::from_ref(&application), user, Access::Application).await?;
    let passing = results.iter().all(|result| result.passing);
    let messages: Vec<String> = results.into_iter().flat_map(|result| result.messages).filter(|_| superuser).collect();
    Ok(Answer::json(200, json!({ "passing": passing, "messages": messages, "log_messages": [] })))
}
