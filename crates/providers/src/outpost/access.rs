//! Whether the caller may use an application, as outposts ask in the name of the user who logs in there.

use serde_json::{Value as Json, json};
use vestibule_engine::Context;
use vestibule_policies::PolicyResult;
use vestibule_resource::{Error, Record, Result};

use crate::{access, provider::assigned};

/// The verdict about the application that the request names, which the provider must serve.
///
/// # Errors
/// `NotFound` when the provider serves no application of that name.
pub(super) async fn verdict(cx: &Context, provider: &Record) -> Result<PolicyResult> {
    let named = cx.request.params.get("app_slug").unwrap_or_default();
    let of = assigned(cx, std::slice::from_ref(provider)).await?.pop().unwrap_or_default();
    let application = of.application.into_iter().chain(of.backchannel).find(|application| application.text("slug") == named);
    let application = application.ok_or_else(|| Error::no_match("Application"))?;
    access::to_application(cx, &application).await
}

/// The verdict as the API tells it. What policies have to say is for administrators alone.
pub(super) fn shown(cx: &Context, result: PolicyResult) -> Json {
    let messages = if cx.caller.superuser() { result.messages } else { Vec::new() };
    json!({ "passing": result.passing, "messages": messages, "log_messages": [] })
}
