//! An answer to a challenge, read field by field with the protocol's error codes.

use serde_json::{Map, Value as Json};
use vestibule_engine::type_name;

use crate::Errors;

/// The body of an answer. Reading a field notes what is wrong with it; [`Form::errors`] tells all of it at once.
#[derive(Debug, Default)]
pub struct Form {
    body: Map<String, Json>,
    errors: Errors,
    /// It is no form at all: what its fields lack is not worth telling.
    unreadable: bool,
}

impl Form {
    /// Reads a body. Anything but an object is an error of the whole form; no body counts as an empty object.
    pub fn new(body: Json) -> Self {
        match body {
            Json::Object(body) => Form { body, ..Form::default() },
            Json::Null => Form { errors: Errors::non_field("No data provided"), unreadable: true, ..Form::default() },
            other => {
                let message = format!("Invalid data. Expected a dictionary, but got {}.", type_name(&other));
                Form { errors: Errors::non_field(message), unreadable: true, ..Form::default() }
            }
        }
    }

    /// The body as sent.
    pub fn body(&self) -> &Map<String, Json> {
        &self.body
    }

    /// Notes something wrong.
    pub fn error(&mut self, name: &str, message: impl Into<String>, code: &'static str) {
        if !self.unreadable {
            self.errors.add(name, message, code);
        }
    }

    /// What is wrong so far.
    pub fn errors(&self) -> Option<Errors> {
        (!self.errors.is_empty()).then(|| self.errors.clone())
    }

    /// Text that must be there and not be empty, exactly as typed.
    pub fn required_text(&mut self, name: &str) -> String {
        match self.text(name) {
            Some(text) if text.is_empty() => {
                self.error(name, "This field may not be blank.", "blank");
                text
            }
            Some(text) => text,
            None => {
                if !self.body.contains_key(name) {
                    self.error(name, "This field is required.", "required");
                }
                String::new()
            }
        }
    }

    /// Text that may be absent, exactly as typed. Numbers become text; null and other kinds are errors.
    pub fn text(&mut self, name: &str) -> Option<String> {
        match self.body.get(name)? {
            Json::String(text) if text.contains('\0') => {
                self.error(name, "Null characters are not allowed.", "null_characters_not_allowed");
                None
            }
            Json::String(text) => Some(text.clone()),
            Json::Number(number) => Some(number.to_string()),
            Json::Null => {
                self.error(name, "This field may not be null.", "null");
                None
            }
            _ => {
                self.error(name, "Not a valid string.", "invalid");
                None
            }
        }
    }

    /// A boolean that must be there, in any of the contract's spellings.
    pub fn required_flag(&mut self, name: &str) -> bool {
        let Some(value) = self.body.get(name) else {
            self.error(name, "This field is required.", "required");
            return false;
        };
        match flag(value) {
            Some(yes) => yes,
            None => {
                self.error(name, "Must be a valid boolean.", "invalid");
                false
            }
        }
    }
}

/// Reads a boolean in any of the contract's spellings.
fn flag(value: &Json) -> Option<bool> {
    match value {
        Json::Bool(yes) => Some(*yes),
        Json::Number(number) => match number.as_f64() {
            Some(1.0) => Some(true),
            Some(0.0) => Some(false),
            _ => None,
        },
        Json::String(text) => match text.to_ascii_lowercase().as_str() {
            "true" | "t" | "yes" | "y" | "on" | "1" => Some(true),
            "false" | "f" | "no" | "n" | "off" | "0" => Some(false),
            _ => None,
        },
        _ => None,
    }
}
