//! Constraint violations in the contract's words.

use rusqlite::ffi;
use sqlx::{error::ErrorKind, postgres::PgDatabaseError};
use vestibule_resource::{Error, Unique};

use crate::{
    failure::{Failure, failed},
    schema::Schema,
    table::Table,
};

/// A constraint that a write did not meet.
#[derive(Debug)]
pub(crate) enum Violation {
    /// Another row holds the same in these columns.
    Unique(String, Vec<String>),
    /// The referenced object does not exist; the column, where the database names it.
    Foreign(Option<String>),
    /// A column may not be null.
    Null(String),
    /// A column may not hold that word.
    Word(String),
}

impl Violation {
    /// Which constraint the error is about.
    pub(crate) fn read(error: &Failure, schema: &Schema) -> Option<Violation> {
        match error {
            Failure::Sqlite(rusqlite::Error::SqliteFailure(error, Some(message))) => embedded(error.extended_code, message, schema),
            Failure::Postgres(error) => postgres(error, schema),
            Failure::Sqlite(_) | Failure::Store(_) => None,
        }
    }
}

fn embedded(code: i32, message: &str, schema: &Schema) -> Option<Violation> {
    match code {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
            columns(message).map(|(table, columns)| Violation::Unique(table, columns))
        }
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Some(Violation::Foreign(None)),
        ffi::SQLITE_CONSTRAINT_NOTNULL => columns(message)?.1.pop().map(Violation::Null),
        ffi::SQLITE_CONSTRAINT_CHECK => {
            let name = message.rsplit(' ').next()?;
            schema.tables.iter().find_map(|table| named_column(table, name, "check")).map(Violation::Word)
        }
        _ => None,
    }
}

fn postgres(error: &sqlx::Error, schema: &Schema) -> Option<Violation> {
    let error = error.as_database_error()?;
    let told = error.try_downcast_ref::<PgDatabaseError>()?;
    match error.kind() {
        ErrorKind::UniqueViolation => {
            let table = schema.table(told.table()?)?;
            let columns = unique_columns(table, told.constraint()?)?;
            Some(Violation::Unique(table.name.to_owned(), columns))
        }
        ErrorKind::ForeignKeyViolation => Some(Violation::Foreign(named_column(schema.table(told.table()?)?, told.constraint()?, "fkey"))),
        ErrorKind::NotNullViolation => told.column().map(|column| Violation::Null(column.to_owned())),
        ErrorKind::CheckViolation => named_column(schema.table(told.table()?)?, told.constraint()?, "check").map(Violation::Word),
        _ => None,
    }
}

/// `UNIQUE constraint failed: stage.name, stage.kind` → the table and its columns.
fn columns(message: &str) -> Option<(String, Vec<String>)> {
    let (_, list) = message.split_once("constraint failed: ")?;
    let pairs: Vec<(&str, &str)> = list.split(", ").filter_map(|pair| pair.trim().split_once('.')).collect();
    let table = pairs.first()?.0.to_owned();
    Some((table, pairs.into_iter().map(|(_, column)| column.to_owned()).collect()))
}

fn unique_columns(table: &Table, constraint: &str) -> Option<Vec<String>> {
    if table.primary_name() == constraint {
        return Some(vec![table.primary.to_owned()]);
    }
    let columns = table.unique.iter().find(|columns| table.constraint(columns, "key") == constraint)?;
    Some(columns.iter().map(|column| (*column).to_owned()).collect())
}

fn named_column(table: &Table, constraint: &str, suffix: &str) -> Option<String> {
    let found = table.columns.iter().find(|column| table.constraint(&[column.name], suffix) == constraint);
    found.map(|column| column.name.to_owned())
}

/// What a person reads when a unique constraint is violated.
pub(crate) fn not_unique(schema: &Schema, table: &str, columns: &[String], error: Failure) -> Error {
    let Some(resource) = schema.table(table).and_then(|table| table.resource) else { return failed(error) };
    match columns {
        [column] => match resource.fields.iter().find(|field| field.name == column).map(|field| field.unique) {
            Some(Unique::Plain | Unique::No) if Some(column.as_str()) != schema.table(table).map(|table| table.primary) => {
                Error::field(column, "This field must be unique.")
            }
            _ => Error::field(column, format!("{} with this {} already exists.", resource.verbose_name, column.replace('_', " "))),
        },
        columns => Error::non_field(format!("The fields {} must make a unique set.", columns.join(", "))),
    }
}
