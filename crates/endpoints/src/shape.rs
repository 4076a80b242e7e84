//! Checks what agents send against the components of the OpenAPI document, in the contract's words.

use std::sync::LazyLock;

use serde_json::{Map, Value as Json, json};
use vestibule_engine::type_name;
use vestibule_resource::{Error, Result};

static COMPONENTS: LazyLock<Json> = LazyLock::new(|| serde_json::from_str(crate::SCHEMAS).unwrap_or_default());

/// The value as that component describes it: what it does not name is left out.
///
/// # Errors
/// `Invalid`, with a message for everything that is wrong, nested as the value is.
pub(crate) fn checked(component: &str, sent: &Json) -> Result<Json> {
    object(named(component), sent).map_err(Error::Invalid)
}

/// What is right, or what is told about what is wrong.
type Judged = std::result::Result<Json, Json>;

fn named(component: &str) -> &'static Json {
    COMPONENTS.get(component).unwrap_or(&Json::Null)
}

/// The schema itself, behind references.
fn resolved(schema: &'static Json) -> &'static Json {
    let reference = schema.get("$ref").or_else(|| schema.get("allOf")?.get(0)?.get("$ref"));
    reference.and_then(Json::as_str).and_then(|reference| reference.rsplit('/').next()).map_or(schema, named)
}

fn value(schema: &'static Json, sent: &Json) -> Judged {
    if sent.is_null() {
        let nullable = schema.get("nullable") == Some(&Json::Bool(true));
        return if nullable { Ok(Json::Null) } else { told("This field may not be null.") };
    }
    let schema = resolved(schema);
    match schema.get("type").and_then(Json::as_str) {
        Some("object") if schema.get("properties").is_some() => object(schema, sent),
        Some("object") if sent.is_object() => Ok(sent.clone()),
        Some("object") => told(format!("Expected a dictionary of items but got type \"{}\".", type_name(sent))),
        Some("array") => list(schema, sent),
        Some("boolean") => sent.as_bool().map_or_else(|| told("Must be a valid boolean."), |yes| Ok(yes.into())),
        Some("integer") => integer(sent).map_or_else(|| told("A valid integer is required."), |number| Ok(number.into())),
        _ => text(schema, sent),
    }
}

fn object(schema: &'static Json, sent: &Json) -> Judged {
    let Some(sent) = sent.as_object() else {
        return Err(json!({ "non_field_errors": [format!("Invalid data. Expected a dictionary, but got {}.", type_name(sent))] }));
    };
    let (mut good, mut wrong) = (Map::new(), Map::new());
    for (name, inner) in schema.get("properties").and_then(Json::as_object).into_iter().flatten() {
        let required = || schema.get("required").and_then(Json::as_array).is_some_and(|names| names.iter().any(|other| other == name));
        match sent.get(name) {
            None if required() => drop(wrong.insert(name.clone(), json!(["This field is required."]))),
            None => {}
            Some(member) => match value(inner, member) {
                Ok(member) => drop(good.insert(name.clone(), member)),
                Err(told) => drop(wrong.insert(name.clone(), told)),
            },
        }
    }
    if wrong.is_empty() { Ok(Json::Object(good)) } else { Err(Json::Object(wrong)) }
}

/// What is wrong with an item is told at its place: in a list where items are objects, else under its number.
fn list(schema: &'static Json, sent: &Json) -> Judged {
    let Some(sent) = sent.as_array() else { return told(format!("Expected a list of items but got type \"{}\".", type_name(sent))) };
    let items = schema.get("items").unwrap_or(&Json::Null);
    let judged: Vec<Judged> = sent.iter().map(|item| value(items, item)).collect();
    if judged.iter().all(Judged::is_ok) {
        return Ok(judged.into_iter().filter_map(Judged::ok).collect());
    }
    if resolved(items).get("properties").is_some() {
        return Err(judged.into_iter().map(|item| item.err().unwrap_or_else(|| json!({}))).collect());
    }
    let wrong = judged.into_iter().enumerate().filter_map(|(place, item)| Some((place.to_string(), item.err()?)));
    Err(Json::Object(wrong.collect()))
}

fn text(schema: &'static Json, sent: &Json) -> Judged {
    let text = match sent {
        Json::String(text) => text.trim().to_owned(),
        Json::Number(number) => number.to_string(),
        _ => return told("Not a valid string."),
    };
    if text.contains('\0') {
        return told("Null characters are not allowed.");
    }
    match schema.get("enum").and_then(Json::as_array) {
        Some(words) if !words.iter().any(|word| word.as_str() == Some(&text)) => told(format!("\"{text}\" is not a valid choice.")),
        None if text.is_empty() && schema.get("minLength").is_some() => told("This field may not be blank."),
        _ => Ok(text.into()),
    }
}

fn integer(sent: &Json) -> Option<i64> {
    sent.as_i64().or_else(|| sent.as_str()?.trim().parse().ok())
}

fn told(message: impl Into<String>) -> Judged {
    Err(json!([message.into()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_keep_what_the_contract_names() {
        let sent = json!({
            "os": { "family": "linux", "name": " Debian ", "kernel": "6" }, "network": null, "vendor": { "any": [1] },
            "disks": [{ "name": "sda", "mountpoint": "/", "capacity_total_bytes": 5_000_000_000_i64 }],
        });
        let kept = json!({
            "os": { "family": "linux", "name": "Debian" }, "network": null, "vendor": { "any": [1] },
            "disks": [{ "name": "sda", "mountpoint": "/", "capacity_total_bytes": 5_000_000_000_i64 }],
        });
        assert_eq!(checked("DeviceFactsRequest", &sent), Ok(kept));
    }

    #[test]
    fn what_is_wrong_is_told_at_its_place() {
        let sent = json!({
            "os": { "family": "dos" }, "disks": [{ "name": "sda", "mountpoint": "/" }, { "name": "" }],
            "network": { "hostname": "h", "interfaces": [{ "name": "eth0", "hardware_address": "aa", "ip_addresses": ["::1", true] }] },
            "users": "root",
        });
        let told = json!({
            "os": { "family": ["\"dos\" is not a valid choice."] },
            "disks": [{}, { "name": ["This field may not be blank."], "mountpoint": ["This field is required."] }],
            "network": { "interfaces": [{ "ip_addresses": { "1": ["Not a valid string."] } }] },
            "users": ["Expected a list of items but got type \"str\"."],
        });
        assert_eq!(checked("DeviceFactsRequest", &sent), Err(Error::Invalid(told)));
        let told = json!({ "non_field_errors": ["Invalid data. Expected a dictionary, but got list."] });
        assert_eq!(checked("EnrollRequest", &json!([])), Err(Error::Invalid(told)));
    }
}
