//! What a database says when it fails.

use std::fmt;

use vestibule_resource::Error;

/// A failure of one of the two databases.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The embedded one refused or failed.
    Sqlite(rusqlite::Error),
    /// PostgreSQL refused or failed, or cannot be reached.
    Postgres(sqlx::Error),
    /// The store itself found that it cannot go on.
    Store(String),
}

impl Failure {
    /// The database was closed.
    pub(crate) fn closed() -> Self {
        Failure::Store("it was closed".to_owned())
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Failure::Sqlite(error)
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Failure::Postgres(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Sqlite(error) => error.fmt(out),
            Failure::Postgres(error) => error.fmt(out),
            Failure::Store(text) => out.write_str(text),
        }
    }
}

/// A failure that is nobody's input.
pub(crate) fn failed(failure: impl Into<Failure>) -> Error {
    Error::internal(format!("the database failed: {}", failure.into()))
}
