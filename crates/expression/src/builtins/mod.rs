//! The names that every program knows: functions, and the built-in types as classes.

use crate::{Native, Value};

/// Functions by name.
pub(crate) static FUNCTIONS: &[Native] = &[];

/// What a name means, if it is a built-in one.
pub(crate) fn find(name: &str) -> Option<Value> {
    FUNCTIONS.iter().find(|native| native.name == name).map(Value::Native)
}
