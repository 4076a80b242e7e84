//! Component schemas from fields.

use serde_json::{Map, Value as Json, json};
use vestibule_resource::{Choices, Field, Kind, Resource, View};

use super::{Writer, reference};

/// The schema of what answers hold.
pub(super) fn answer(writer: &mut Writer<'_>, resource: &'static Resource, view: Option<&'static View>) -> Json {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in resource.all_fields().filter(|field| resource.shows(field) && view.is_none_or(|view| view.fields.contains(&field.name))) {
        let name = resource.wire_name(field);
        let mut shape = property(writer, resource, field, false);
        if !resource.takes(field) {
            shape = with(shape, "readOnly", true.into());
        }
        if !resource.takes(field) || resource.requires(field) {
            required.push(name.to_owned());
        }
        properties.insert(name.to_owned(), shape);
    }
    object(properties, required)
}

/// The schema of what a create or full update sends.
pub(super) fn request(writer: &mut Writer<'_>, resource: &'static Resource, partial: bool) -> Json {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in resource.all_fields().filter(|field| resource.takes(field)) {
        let mut shape = property(writer, resource, field, true);
        if field.access == vestibule_resource::Access::WriteOnly {
            shape = with(shape, "writeOnly", true.into());
        }
        if resource.requires(field) && !partial {
            required.push(field.name.to_owned());
        }
        properties.insert(field.name.to_owned(), shape);
    }
    object(properties, required)
}

fn object(properties: Map<String, Json>, mut required: Vec<String>) -> Json {
    required.sort();
    required.dedup();
    let mut shape = json!({ "type": "object", "properties": properties });
    if let (Json::Object(members), false) = (&mut shape, required.is_empty()) {
        members.insert("required".into(), json!(required));
    }
    shape
}

fn property(writer: &mut Writer<'_>, resource: &'static Resource, field: &'static Field, sent: bool) -> Json {
    let mut shape = match field.kind {
        Kind::Objects(name) if sent => json!({ "type": "array", "items": reference(&format!("{name}Request")) }),
        Kind::TextList if sent => json!({ "type": "array", "items": text(false, None) }),
        // What clients only read promises no bounds.
        Kind::Text { .. } if resource.fixed.contains(&field.name) => text(true, None),
        _ => kind(writer, &field.kind, field.blank || !sent),
    };
    if resource.nullable(field) {
        shape = with(shape, "nullable", true.into());
    }
    if field.help.is_empty() { shape } else { with(shape, "description", field.help.into()) }
}

/// The schema of a kind. `blank`: empty text is fine, or it is an answer, where nothing is promised about that.
pub(super) fn kind(writer: &mut Writer<'_>, kind: &Kind, blank: bool) -> Json {
    match kind {
        Kind::Text { max, pattern, .. } => {
            let shape = text(blank, *max);
            pattern.map_or(shape.clone(), |pattern| with(shape, "pattern", pattern.regex.into()))
        }
        Kind::Email { max } => with(text(blank, Some(*max)), "format", "email".into()),
        Kind::Url { max, .. } => with(text(blank, *max), "format", "uri".into()),
        Kind::Duration | Kind::Secret => text(blank, None),
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Int { min, max, long } => integer(*min, *max, *long),
        Kind::Float => json!({ "type": "number", "format": "double" }),
        Kind::Time => json!({ "type": "string", "format": "date-time" }),
        Kind::Uuid => json!({ "type": "string", "format": "uuid" }),
        Kind::Object => json!({ "type": "object", "additionalProperties": {} }),
        Kind::Json => json!({}),
        Kind::Choice(choices) => choice(writer, choices),
        Kind::TextList => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Objects(name) => json!({ "type": "array", "items": reference(name) }),
        Kind::ChoiceList(choices) => json!({ "type": "array", "items": choice(writer, choices) }),
        Kind::Ref(link) => match (link.shown, writer.catalog.find(link.to)) {
            (Some(view), Some(to)) => writer.view(to, view),
            _ => writer.key(link.to),
        },
        Kind::Many(links) => json!({ "type": "array", "items": writer.key(links.to) }),
        Kind::Nested(nested) => {
            let shown = writer.nested(nested);
            match nested.source {
                vestibule_resource::Source::Ref(_) => shown,
                vestibule_resource::Source::Many(_) => json!({ "type": "array", "items": shown }),
            }
        }
        Kind::Computed(shape) => writer.computed(shape),
    }
}

fn text(blank: bool, max: Option<u32>) -> Json {
    let mut shape = json!({ "type": "string" });
    if !blank {
        shape = with(shape, "minLength", 1.into());
    }
    max.map_or(shape.clone(), |max| with(shape, "maxLength", max.into()))
}

fn integer(min: i64, max: i64, long: bool) -> Json {
    let mut shape = if long { json!({ "type": "integer", "format": "int64" }) } else { json!({ "type": "integer" }) };
    if max != i64::MAX {
        shape = with(shape, "maximum", max.into());
    }
    if min != i64::MIN {
        shape = with(shape, "minimum", min.into());
    }
    shape
}

fn choice(writer: &mut Writer<'_>, choices: &'static Choices) -> Json {
    let words: Vec<&str> = choices.items.iter().map(|item| item.value).collect();
    writer.schemas.insert(choices.name.to_owned(), json!({ "enum": words, "type": "string" }));
    reference(choices.name)
}

/// Adds a member. OpenAPI 3.0 ignores what stands beside a `$ref`, so a reference is wrapped.
pub(super) fn with(shape: Json, name: &str, value: Json) -> Json {
    let mut members = match shape {
        Json::Object(members) => members,
        other => return other,
    };
    if members.contains_key("$ref") {
        members = Map::from_iter([("allOf".to_owned(), Json::Array(vec![Json::Object(members)]))]);
    }
    members.insert(name.to_owned(), value);
    Json::Object(members)
}
