//! One field of a resource.

use crate::Kind;

/// One field: a column, a link, or something shown.
#[derive(Debug)]
pub struct Field {
    /// Name on the wire and of the column.
    pub name: &'static str,
    /// What a value means: OpenAPI description, help text of the form and line of the reference manual.
    pub help: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Who reads and writes it.
    pub access: Access,
    /// A create must name it.
    pub required: bool,
    /// It may be null.
    pub nullable: bool,
    /// Text may be empty; a list or object need not hold anything.
    pub blank: bool,
    /// What it is when nobody says.
    pub default: Default,
    /// Whether two rows may hold the same value.
    pub unique: Unique,
    /// A query parameter that switches it off or on; when off the value is null.
    pub include: Option<Include>,
}

impl Field {
    /// Whether clients may send it.
    pub const fn writable(&self) -> bool {
        matches!(self.access, Access::ReadWrite | Access::WriteOnly)
    }

    /// Whether answers hold it.
    pub const fn readable(&self) -> bool {
        matches!(self.access, Access::ReadWrite | Access::ReadOnly)
    }
}

/// Who reads and writes a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// In requests and answers.
    ReadWrite,
    /// In answers only; a request that names it is not an error, the value is ignored.
    ReadOnly,
    /// In requests only.
    WriteOnly,
    /// On no wire: for the server's own use.
    Internal,
}

/// What a column holds when nobody says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Default {
    /// Nothing: required, or null where nullable.
    None,
    /// This boolean.
    Bool(bool),
    /// This number.
    Int(i64),
    /// This number.
    Float(f64),
    /// This text, word or duration.
    Text(&'static str),
    /// This JSON text, e.g. `{}` or `[]`.
    Json(&'static str),
    /// A fresh random UUID (version 4).
    Uuid,
    /// The time of the write.
    Now,
    /// The time of every write: creation and each update.
    Touched,
    /// The next number: an integer key that the database counts.
    Serial,
}

/// Uniqueness, and with which words its violation is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unique {
    /// Values may repeat.
    No,
    /// `<verbose name> with this <field> already exists.`
    Model,
    /// `This field must be unique.`
    Plain,
}

/// A query parameter that decides whether a costly field is shown.
#[derive(Debug, Clone, Copy)]
pub struct Include {
    /// Name of the query parameter, e.g. `include_users`.
    pub param: &'static str,
    /// What holds when the parameter is absent.
    pub default: bool,
}
