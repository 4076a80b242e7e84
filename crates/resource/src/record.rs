//! A row, read through its descriptor.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Value as Json;
use uuid::Uuid;

use crate::{Column, Error, Resource, Result, Value};

/// A type that is declared as a resource.
pub trait Model: Sized {
    /// Its descriptor.
    const RESOURCE: &'static Resource;

    /// Reads the struct's own columns out of a row.
    ///
    /// # Errors
    /// `Internal` when a column is missing or of another type, which means that schema and descriptor disagree.
    fn read(record: &Record) -> Result<Self>;
}

/// A row: the values of the columns of a resource and of its base.
#[derive(Debug, Clone)]
pub struct Record {
    /// What it is a row of.
    pub resource: &'static Resource,
    /// Shared by all copies until one of them changes, for rows are copied far more often than changed.
    values: Arc<Vec<(&'static str, Value)>>,
}

impl Record {
    /// A row with these values.
    pub fn new(resource: &'static Resource, values: Vec<(&'static str, Value)>) -> Self {
        Record { resource, values: Arc::new(values) }
    }

    /// The value of a column; null when the row has no such column.
    pub fn get(&self, name: &str) -> &Value {
        static NULL: Value = Value::Null;
        let name = if name == "pk" { self.resource.key } else { name };
        self.values.iter().find(|(column, _)| *column == name).map_or(&NULL, |(_, value)| value)
    }

    /// Sets a value in this copy of the row.
    pub fn set(&mut self, name: &'static str, value: Value) {
        let values = Arc::make_mut(&mut self.values);
        match values.iter_mut().find(|(column, _)| *column == name) {
            Some(slot) => slot.1 = value,
            None => values.push((name, value)),
        }
    }

    /// The primary key.
    pub fn key(&self) -> &Value {
        self.get(self.resource.key)
    }

    /// The key by which that resource, its own or a base of it, knows the object.
    pub fn key_as_known_by(&self, model: &str) -> &Value {
        self.get(self.resource.key_as_known_by(model))
    }

    /// All columns with their values.
    pub fn values(&self) -> &[(&'static str, Value)] {
        &self.values
    }

    /// Text of a column; empty when it is null or no text.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).as_str().unwrap_or_default()
    }

    /// Boolean of a column; false when it is null.
    pub fn flag(&self, name: &str) -> bool {
        self.get(name).as_bool().unwrap_or_default()
    }

    /// Number of a column; 0 when it is null.
    pub fn int(&self, name: &str) -> i64 {
        self.get(name).as_int().unwrap_or_default()
    }

    /// UUID of a column.
    pub fn uuid(&self, name: &str) -> Option<Uuid> {
        self.get(name).as_uuid()
    }

    /// Time of a column.
    pub fn time(&self, name: &str) -> Option<Timestamp> {
        self.get(name).as_time()
    }

    /// JSON of a column; null when there is none.
    pub fn json(&self, name: &str) -> &Json {
        static NULL: Json = Json::Null;
        self.get(name).as_json().unwrap_or(&NULL)
    }

    /// A column as a Rust type; this is how the derive reads a row.
    ///
    /// # Errors
    /// `Internal` when the column is missing or holds another type.
    pub fn column<C: Column>(&self, name: &str) -> Result<C> {
        C::from_value(self.get(name)).ok_or_else(|| self.mismatch(name))
    }

    /// Reads the row as a declared type.
    ///
    /// # Errors
    /// As [`Model::read`].
    pub fn read<M: Model>(&self) -> Result<M> {
        M::read(self)
    }

    /// The object's text form for people, from the resource's `display` template.
    pub fn display(&self) -> String {
        let mut out = String::new();
        let mut rest = self.resource.display;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(&self.get(name).to_string());
            rest = tail;
        }
        out + rest
    }

    /// The error of a column that does not hold what its descriptor says; used by the derive.
    pub fn mismatch(&self, column: &str) -> Error {
        Error::internal(format!(
            "column {}.{column} does not hold what its descriptor says: {:?}",
            self.resource.table,
            std::mem::discriminant(self.get(column))
        ))
    }
}
