//! What a commit changed, and what a cached answer depends on.

/// A part of the database that changes as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Touch {
    /// Which rows a table has.
    Rows(&'static str),
    /// A column of a table, in rows that stay.
    Column(&'static str, &'static str),
}

impl Touch {
    pub(crate) fn table(self) -> &'static str {
        match self {
            Touch::Rows(table) | Touch::Column(table, _) => table,
        }
    }
}
