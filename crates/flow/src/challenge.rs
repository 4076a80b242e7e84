//! Parts that every challenge shares.

use serde::Serialize;
use serde_json::{Map, Value as Json};

/// One thing that is wrong with an answer, with the code that clients branch on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// What a person reads.
    pub string: String,
    /// `required`, `blank`, `null`, `invalid`, `invalid_choice`, `email-sent` …
    pub code: &'static str,
}

/// What is wrong with an answer, per field: `response_errors` of the protocol.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Errors(Vec<(String, FieldError)>);

impl Errors {
    /// One field with one message.
    pub fn field(name: &str, message: impl Into<String>, code: &'static str) -> Self {
        let mut errors = Errors::default();
        errors.add(name, message, code);
        errors
    }

    /// A message that belongs to no single field.
    pub fn non_field(message: impl Into<String>) -> Self {
        Errors::field("non_field_errors", message, "invalid")
    }

    /// Adds a message.
    pub fn add(&mut self, name: &str, message: impl Into<String>, code: &'static str) {
        self.0.push((name.to_owned(), FieldError { string: message.into(), code }));
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As the protocol writes it: a list per field.
    pub fn to_json(&self) -> Json {
        let mut fields = Map::new();
        for (name, error) in &self.0 {
            let list = fields.entry(name.clone()).or_insert_with(|| Json::Array(Vec::new()));
            if let (Json::Array(list), Ok(error)) = (list, serde_json::to_value(error)) {
                list.push(error);
            }
        }
        Json::Object(fields)
    }
}
