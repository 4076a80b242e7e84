//! An object about to be written.

use serde_json::{Map, Value as Json};
use vestibule_resource::{Invalid, Record, Resource, Value};

/// What a create or update is about to write, after its fields were validated one by one and before anything is written.
#[derive(Debug)]
pub struct Draft {
    /// What is written.
    pub resource: &'static Resource,
    /// The row as it is; `None` for a create.
    pub before: Option<Record>,
    /// PATCH: fields that the body does not name stay as they are.
    pub partial: bool,
    /// The body as sent.
    pub body: Map<String, Json>,
    /// Columns to write: those that the body names, and what hooks add.
    pub values: Vec<(&'static str, Value)>,
    /// Sets of links to write, by field name.
    pub links: Vec<(&'static str, Vec<Value>)>,
    /// What is wrong so far. Hooks add to it; it is told in one answer.
    pub invalid: Invalid,
}

impl Draft {
    /// Whether this is a create.
    pub fn creates(&self) -> bool {
        self.before.is_none()
    }

    /// The value that will stand after the write: the new one, else the present one; null when neither.
    pub fn get(&self, name: &str) -> &Value {
        static NULL: Value = Value::Null;
        let new = self.values.iter().find(|(column, _)| *column == name).map(|(_, value)| value);
        new.or_else(|| self.before.as_ref().map(|row| row.get(name))).unwrap_or(&NULL)
    }

    /// The value that the body names, if it does.
    pub fn sent(&self, name: &str) -> Option<&Value> {
        self.values.iter().find(|(column, _)| *column == name).map(|(_, value)| value)
    }

    /// Writes this value, whatever the body says.
    pub fn set(&mut self, name: &'static str, value: impl Into<Value>) {
        let value = value.into();
        match self.values.iter_mut().find(|(column, _)| *column == name) {
            Some(slot) => slot.1 = value,
            None => self.values.push((name, value)),
        }
    }

    /// The links that the body names, if it does.
    pub fn links(&self, name: &str) -> Option<&[Value]> {
        self.links.iter().find(|(field, _)| *field == name).map(|(_, keys)| keys.as_slice())
    }
}
