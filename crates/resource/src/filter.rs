//! Filters of a collection.

/// One query parameter that narrows a list.
#[derive(Debug, Clone, Copy)]
pub struct Filter {
    /// Name of the query parameter.
    pub param: &'static str,
    /// What it looks at: a field, or a path over relations with `__`, e.g. `flow__slug`.
    pub path: &'static str,
    /// How it compares.
    pub lookup: Lookup,
}

/// How a filter compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// Equal to the value; for links, linked to the object with that key.
    Exact,
    /// Equal to one of the repeated values.
    In,
    /// Equal text, whatever the case; other kinds by their text form.
    IExact,
    /// Text that holds the value, whatever the case.
    IContains,
    /// Greater than the value.
    Gt,
    /// Less than the value.
    Lt,
    /// Null or not linked (`true`), the opposite (`false`).
    IsNull,
    /// Text that begins with the value.
    StartsWith,
    /// A JSON object whose members must be found in the field, nested with `__`.
    Attributes,
}
