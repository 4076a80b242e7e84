//! How a column is stored, which is coarser than what a field means.

use uuid::Uuid;
use vestibule_resource::{Catalog, Field, Kind, Resource, Shape, Value};

/// The storage type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Type {
    Bool,
    Int,
    Float,
    Text,
    Uuid,
    Time,
    Json,
}

impl Type {
    /// The storage type of a field; for fields without a column, that of what is compared with them.
    pub(crate) fn of(field: &Field, catalog: &Catalog) -> Type {
        Type::of_kind(&field.kind, catalog)
    }

    fn of_kind(kind: &Kind, catalog: &Catalog) -> Type {
        match kind {
            Kind::Text { .. } | Kind::Email { .. } | Kind::Url { .. } | Kind::Duration | Kind::Choice(_) | Kind::Secret => Type::Text,
            Kind::Bool => Type::Bool,
            Kind::Int { .. } => Type::Int,
            Kind::Float => Type::Float,
            Kind::Time => Type::Time,
            Kind::Uuid => Type::Uuid,
            Kind::Object | Kind::Json | Kind::TextList | Kind::Objects(_) | Kind::ChoiceList(_) => Type::Json,
            Kind::Ref(link) => Type::of_key_named(link.to, catalog),
            Kind::Many(link) => Type::of_key_named(link.to, catalog),
            Kind::Nested(nested) => Type::of_key_named(nested.to, catalog),
            Kind::Computed(Shape::Kind(kind)) => Type::of_kind(kind, catalog),
            Kind::Computed(Shape::Component(_) | Shape::ComponentList(_)) => Type::Json,
        }
    }

    /// A resource that nobody declares yet is taken to have the usual key, a UUID.
    fn of_key_named(model: &str, catalog: &Catalog) -> Type {
        catalog.find(model).map_or(Type::Uuid, |resource| Type::of_key(resource, catalog))
    }

    /// The storage type of a resource's key.
    pub(crate) fn of_key(resource: &'static Resource, catalog: &Catalog) -> Type {
        let own = resource.fields.iter().find(|field| field.name == resource.key);
        match (own, &resource.extends) {
            (Some(field), _) => Type::of(field, catalog),
            (None, Some(base)) if resource.shares_key() => Type::of_key(base.resource, catalog),
            (None, _) => Type::Uuid,
        }
    }

    /// The value in the form that this type stores, when there is one without loss.
    pub(crate) fn fit(self, value: &Value) -> Option<Value> {
        match (self, value) {
            (_, Value::Null)
            | (Type::Bool, Value::Bool(_))
            | (Type::Int, Value::Int(_))
            | (Type::Float, Value::Float(_))
            | (Type::Text, Value::Text(_))
            | (Type::Uuid, Value::Uuid(_))
            | (Type::Json, Value::Json(_)) => Some(value.clone()),
            (Type::Time, Value::Time(time)) => jiff::Timestamp::from_microsecond(time.as_microsecond()).ok().map(Value::Time),
            (Type::Float, Value::Int(number)) => Some(Value::Float(*number as f64)),
            (Type::Uuid, Value::Text(text)) => Uuid::parse_str(text).ok().map(Value::Uuid),
            (Type::Int, Value::Text(text)) => text.parse().ok().map(Value::Int),
            (Type::Text, Value::Uuid(_) | Value::Int(_)) => Some(Value::Text(value.to_string())),
            (Type::Json, _) => Some(Value::from(value.to_json())),
            _ => None,
        }
    }
}

/// Whether the value holds a NUL character, which PostgreSQL cannot store and which we therefore keep out of both databases.
pub(crate) fn has_nul(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.contains('\0'),
        Value::Json(json) => json_has_nul(json),
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Uuid(_) | Value::Time(_) => false,
    }
}

/// The same of JSON, its names and its texts.
pub(crate) fn json_has_nul(json: &serde_json::Value) -> bool {
    match json {
        serde_json::Value::String(text) => text.contains('\0'),
        serde_json::Value::Array(list) => list.iter().any(json_has_nul),
        serde_json::Value::Object(map) => map.iter().any(|(key, value)| key.contains('\0') || json_has_nul(value)),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => false,
    }
}
