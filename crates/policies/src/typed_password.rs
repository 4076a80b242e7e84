//! The password that somebody is about to choose.

use serde_json::Value as Json;

use crate::{PolicyRequest, PolicyResult};

/// What was typed into the prompt of that key.
pub(crate) fn of<'a>(request: &'a PolicyRequest, field: &str) -> Option<&'a str> {
    let prompted = request.context.get("prompt_data").and_then(|data| data.get(field));
    prompted.or_else(|| request.context.get(field)).and_then(Json::as_str)
}

/// What is said where nothing was typed.
pub(crate) fn missing() -> PolicyResult {
    PolicyResult::saying(false, "Password not set in context")
}
