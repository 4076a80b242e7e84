//! The Rust types of choices and columns.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use crate::{Choices, Value};

/// An enum whose variants are the words of a fixed set; `#[derive(Choices)]` implements it.
#[diagnostic::on_unimplemented(message = "`{Self}` is no column type", note = "derive `Choices` on it if it is an enum of words")]
pub trait Word: Sized {
    /// The set.
    const CHOICES: &'static Choices;

    /// The variant of that word; `None` when it is none of the set.
    fn from_word(word: &str) -> Option<Self>;

    /// The word on the wire and in the database.
    fn word(&self) -> &'static str;
}

/// A Rust type that the value of a column can be read as.
pub trait Column: Sized {
    /// The value as this type; `None` when it is of another.
    fn from_value(value: &Value) -> Option<Self>;
}

impl<W: Word> Column for W {
    fn from_value(value: &Value) -> Option<Self> {
        W::from_word(value.as_str()?)
    }
}

impl<W: Word> Column for Vec<W> {
    fn from_value(value: &Value) -> Option<Self> {
        value.as_json()?.as_array()?.iter().map(|word| W::from_word(word.as_str()?)).collect()
    }
}

impl<C: Column> Column for Option<C> {
    fn from_value(value: &Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { C::from_value(value).map(Some) }
    }
}

impl Column for bool {
    fn from_value(value: &Value) -> Option<Self> {
        value.as_bool()
    }
}

impl Column for i64 {
    fn from_value(value: &Value) -> Option<Self> {
        value.as_int()
    }
}

impl Column for f64 {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Float(number) => Some(*number),
            _ => None,
        }
    }
}

impl Column for String {
    fn from_value(value: &Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }
}

impl Column for Uuid {
    fn from_value(value: &Value) -> Option<Self> {
        value.as_uuid()
    }
}

impl Column for Timestamp {
    fn from_value(value: &Value) -> Option<Self> {
        value.as_time()
    }
}

impl Column for Vec<String> {
    fn from_value(value: &Value) -> Option<Self> {
        value.as_json()?.as_array()?.iter().map(|text| text.as_str().map(str::to_owned)).collect()
    }
}

impl Column for Map<String, Json> {
    fn from_value(value: &Value) -> Option<Self> {
        value.as_json()?.as_object().cloned()
    }
}

impl Column for Json {
    fn from_value(value: &Value) -> Option<Self> {
        // A column of any JSON may hold JSON's own null, which no database tells from an absent value.
        if value.is_null() { Some(Json::Null) } else { value.as_json().cloned() }
    }
}
