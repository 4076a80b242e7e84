//! Values that can be looked up in a map.

use uuid::Uuid;
use vestibule_resource::Value;

/// A value that a key column can hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Int(i64),
    Uuid(Uuid),
    Text(String),
}

impl Key {
    /// `None` for values that no key column holds.
    pub(crate) fn of(value: &Value) -> Option<Key> {
        match value {
            Value::Int(number) => Some(Key::Int(*number)),
            Value::Uuid(uuid) => Some(Key::Uuid(*uuid)),
            Value::Text(text) => Some(Key::Text(text.clone())),
            Value::Null | Value::Bool(_) | Value::Float(_) | Value::Time(_) | Value::Json(_) => None,
        }
    }
}
