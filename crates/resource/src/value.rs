//! A value of a column, independent of database and wire.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Value as Json;
use uuid::Uuid;

/// A value of a column.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// No value.
    #[default]
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A floating point number.
    Float(f64),
    /// Text, a word of a choice, a duration, a secret.
    Text(String),
    /// A UUID.
    Uuid(Uuid),
    /// A point in time, exact to the microsecond.
    Time(Timestamp),
    /// An object, a list, or any JSON. Shared, because rows are copied often and their JSON seldom changed.
    Json(Arc<Json>),
}

impl Value {
    /// Whether there is no value.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// The text, if it is text.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(yes) => Some(*yes),
            _ => None,
        }
    }

    /// The number, if it is a whole number.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Value::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// The UUID, if it is one.
    pub fn as_uuid(&self) -> Option<Uuid> {
        match self {
            Value::Uuid(uuid) => Some(*uuid),
            _ => None,
        }
    }

    /// The time, if it is one.
    pub fn as_time(&self) -> Option<Timestamp> {
        match self {
            Value::Time(time) => Some(*time),
            _ => None,
        }
    }

    /// The JSON, if it is some.
    pub fn as_json(&self) -> Option<&Json> {
        match self {
            Value::Json(json) => Some(json),
            _ => None,
        }
    }

    /// As JSON on the wire. Times are RFC 3339 in UTC with microseconds where there are any, as the contract writes them.
    pub fn to_json(&self) -> Json {
        match self {
            Value::Null => Json::Null,
            Value::Bool(yes) => Json::Bool(*yes),
            Value::Int(number) => Json::from(*number),
            Value::Float(number) => Json::from(*number),
            Value::Text(text) => Json::String(text.clone()),
            Value::Uuid(uuid) => Json::String(uuid.to_string()),
            Value::Time(time) => Json::String(format_time(*time)),
            Value::Json(json) => Json::clone(json),
        }
    }
}

/// RFC 3339 in UTC: no fraction when there is none, else six digits.
fn format_time(time: Timestamp) -> String {
    if time.subsec_microsecond() == 0 && time.subsec_millisecond() == 0 { format!("{time:.0}") } else { format!("{time:.6}") }
}

impl std::fmt::Display for Value {
    /// As it stands in URLs, log lines and names for people; JSON for objects.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Null => out.write_str("None"),
            Value::Bool(yes) => out.write_str(if *yes { "True" } else { "False" }),
            Value::Int(number) => write!(out, "{number}"),
            Value::Float(number) => write!(out, "{number}"),
            Value::Text(text) => out.write_str(text),
            Value::Uuid(uuid) => write!(out, "{uuid}"),
            Value::Time(time) => out.write_str(&format_time(*time)),
            Value::Json(json) => write!(out, "{json}"),
        }
    }
}

macro_rules! from {
    ($($type:ty => $variant:ident),* $(,)?) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Value::$variant(value.into())
            }
        }
    )*};
}
from!(bool => Bool, i64 => Int, i32 => Int, u32 => Int, f64 => Float, String => Text, &str => Text, Uuid => Uuid, Timestamp => Time);

impl From<Json> for Value {
    fn from(json: Json) -> Self {
        Value::Json(Arc::new(json))
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}
