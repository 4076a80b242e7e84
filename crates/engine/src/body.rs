//! From the bytes of a request to JSON, with the contract's refusals.

use serde_json::Value as Json;
use vestibule_resource::{Error, Result};

use crate::{Request, Schema, form};

/// Reads the body of a request as the operation takes it: JSON, or a form where its schema says so.
///
/// # Errors
/// As [`read`].
pub(crate) fn of(schema: &Schema, request: &Request, body: &[u8]) -> Result<Json> {
    if schema.request.starts_with("form:") { form::read(request, body) } else { read(request, body) }
}

/// Reads the body of a request: JSON only. No body at all counts as an empty object.
///
/// # Errors
/// `Refused(415)` for another media type, `Invalid` for what is not JSON (also when it is nested beyond reason).
pub(crate) fn read(request: &Request, body: &[u8]) -> Result<Json> {
    if body.is_empty() {
        return Ok(Json::Object(serde_json::Map::new()));
    }
    let kind = request.content_type.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Error::Refused(415, format!("Unsupported media type \"{}\" in request.", request.content_type)));
    }
    serde_json::from_slice(body).map_err(|error| parse_error(&error))
}

fn parse_error(error: &serde_json::Error) -> Error {
    let text = error.to_string();
    let reason = text.split(" at line ").next().unwrap_or_default();
    let place = format!("line {} column {}", error.line(), error.column());
    Error::Invalid(serde_json::json!({ "detail": format!("JSON parse error - {reason}: {place}") }))
}

/// Whether the client takes JSON.
///
/// # Errors
/// `Refused(406)` when its `Accept` rules JSON out.
pub(crate) fn accepts_json(request: &Request) -> Result<()> {
    let accepted = |range: &str| {
        let kind = range.split(';').next().unwrap_or_default().trim();
        let refused = range.split(';').skip(1).any(|param| matches!(param.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000"));
        matches!(kind, "" | "*/*" | "application/*" | "application/json") && !refused
    };
    if request.accept.is_empty() || request.accept.split(',').any(accepted) {
        return Ok(());
    }
    Err(Error::Refused(406, "Could not satisfy the request Accept header.".into()))
}

/// The name of a JSON type, as the contract's messages call it.
pub fn type_name(value: &Json) -> &'static str {
    match value {
        Json::Null => "NoneType",
        Json::Bool(_) => "bool",
        Json::Number(number) if number.is_f64() => "float",
        Json::Number(_) => "int",
        Json::String(_) => "str",
        Json::Array(_) => "list",
        Json::Object(_) => "dict",
    }
}

/// The object that a create or update sends.
///
/// # Errors
/// `Invalid` when it is something else.
pub(crate) fn object(body: Json) -> Result<serde_json::Map<String, Json>> {
    match body {
        Json::Object(object) => Ok(object),
        Json::Null => Err(Error::non_field("No data provided")),
        other => Err(Error::non_field(format!("Invalid data. Expected a dictionary, but got {}.", type_name(&other)))),
    }
}
