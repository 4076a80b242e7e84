//! OPTIONS: what a collection takes, for tools that ask.

use serde_json::{Map, Value as Json, json};
use vestibule_resource::{Field, Kind, Resource};

use crate::{Answer, Context, Endpoint, Operations, Target, permission};

/// The metadata of a collection or object; its fields only for those who may write them.
pub(crate) fn describe(cx: &Context, endpoint: &Endpoint, target: Target) -> Answer {
    let resource = endpoint.resource;
    let (kind, method) = match target {
        Target::Collection => ("List", "POST"),
        Target::Object => ("Instance", "PUT"),
    };
    let mut shown = json!({
        "name": format!("{} {kind}", resource.verbose_name),
        "description": format!("{} Viewset", resource.name),
        "renders": ["application/json"],
        "parses": ["application/json"],
    });
    if endpoint.operations.has(Operations::CREATE)
        && permission::create(cx, endpoint).is_ok()
        && let Json::Object(members) = &mut shown
    {
        members.insert("actions".into(), json!({ method: fields(resource) }));
    }
    Answer::json(200, shown)
}

/// The metadata of an address without fields.
pub(crate) fn named(name: &str) -> Answer {
    Answer::json(200, json!({ "name": name, "description": "", "renders": ["application/json"], "parses": ["application/json"] }))
}

fn fields(resource: &'static Resource) -> Json {
    let readable = resource.all_fields().filter(|field| resource.shows(field) || resource.takes(field));
    Json::Object(readable.map(|field| (resource.wire_name(field).to_owned(), describe_field(field))).collect())
}

fn describe_field(field: &Field) -> Json {
    let mut shown = Map::new();
    shown.insert("type".into(), kind(&field.kind).into());
    shown.insert("required".into(), field.required.into());
    shown.insert("read_only".into(), (!field.writable()).into());
    shown.insert("label".into(), label(field.name).into());
    shown.insert("help_text".into(), field.help.into());
    if let Kind::Choice(choices) = field.kind {
        let items = choices.items.iter().map(|item| json!({ "value": item.value, "display_name": item.label }));
        shown.insert("choices".into(), Json::Array(items.collect()));
    }
    Json::Object(shown)
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text { .. } | Kind::Uuid | Kind::Duration | Kind::Secret => "string",
        Kind::Email { .. } => "email",
        Kind::Url { .. } => "url",
        Kind::Bool => "boolean",
        Kind::Int { .. } => "integer",
        Kind::Float => "float",
        Kind::Time => "datetime",
        Kind::Choice(_) => "choice",
        Kind::ChoiceList(_) | Kind::TextList | Kind::Objects(_) => "list",
        Kind::Object | Kind::Json | Kind::Ref(_) | Kind::Many(_) | Kind::Nested(_) | Kind::Computed(_) => "field",
    }
}

fn label(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}
