//! The embedded database: how it is opened, and how values go in and out.

use std::{cmp::Ordering, path::Path, time::Duration};

use jiff::Timestamp;
use sqlx::{
    Arguments as _, AssertSqlSafe, Row as _, SqliteConnection, SqlitePool,
    sqlite::{SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous},
};
use uuid::Uuid;
use vestibule_resource::Value;

use crate::{
    dialect::FOLDED,
    sql::{Bind, Statement},
    types::Type,
};

/// Name of the database file in the data folder.
pub(crate) const FILE: &str = "vestibule.db";

/// Options of every connection to the file.
pub(crate) fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // FULL: a commit that was acknowledged survives a power cut.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10))
        .foreign_keys(true)
        .statement_cache_capacity(128)
        .collation(FOLDED, folded)
        .with_regexp()
}

/// The one connection that writes; its pool is the queue in which writers wait.
pub(crate) async fn writer(file: &Path) -> Result<SqlitePool, sqlx::Error> {
    pool(1).acquire_timeout(Duration::from_secs(60)).connect_with(options(file)).await
}

/// The connections that read.
pub(crate) async fn readers(file: &Path, most: u32) -> Result<SqlitePool, sqlx::Error> {
    pool(most.max(1)).connect_with(options(file).pragma("query_only", "ON")).await
}

fn pool(most: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new().max_connections(most).min_connections(1).idle_timeout(None).max_lifetime(None).test_before_acquire(false)
}

/// Order of texts whatever their case.
fn folded(left: &str, right: &str) -> Ordering {
    left.chars().flat_map(char::to_lowercase).cmp(right.chars().flat_map(char::to_lowercase))
}

/// Counts the commits of other processes to the file, as the writing connection sees them: its own do not count.
pub(crate) async fn foreign_commits(writer: &SqlitePool) -> Option<i64> {
    // A busy writer is asked another time.
    let mut connection = writer.try_acquire()?;
    let rows = rows(&mut connection, Statement::plain("PRAGMA data_version", &[Type::Int])).await.ok()?;
    rows.first()?.first()?.as_int()
}

pub(crate) async fn rows(connection: &mut SqliteConnection, statement: Statement) -> Result<Vec<Vec<Value>>, sqlx::Error> {
    let Statement { text, binds, types } = statement;
    let rows = sqlx::query_with(AssertSqlSafe(text), arguments(binds)?).fetch_all(connection).await?;
    rows.iter().map(|row| types.iter().enumerate().map(|(place, kind)| read(row, place, *kind)).collect()).collect()
}

pub(crate) async fn run(connection: &mut SqliteConnection, statement: Statement) -> Result<u64, sqlx::Error> {
    let done = sqlx::query_with(AssertSqlSafe(statement.text), arguments(statement.binds)?).execute(connection).await?;
    Ok(done.rows_affected())
}

fn arguments(binds: Vec<Bind>) -> Result<SqliteArguments, sqlx::Error> {
    let mut arguments = SqliteArguments::default();
    for Bind { value, .. } in binds {
        let added = match value {
            Value::Null => arguments.add(None::<i64>),
            Value::Bool(yes) => arguments.add(yes),
            Value::Int(number) => arguments.add(number),
            Value::Float(number) => arguments.add(number),
            Value::Text(text) => arguments.add(text),
            Value::Uuid(uuid) => arguments.add(uuid.to_string()),
            Value::Time(time) => arguments.add(time.as_microsecond()),
            Value::Json(json) => arguments.add(json.to_string()),
        };
        added.map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

fn read(row: &SqliteRow, place: usize, kind: Type) -> Result<Value, sqlx::Error> {
    match kind {
        Type::Bool => Ok(row.try_get_unchecked::<Option<bool>, _>(place)?.into()),
        Type::Int => Ok(row.try_get_unchecked::<Option<i64>, _>(place)?.into()),
        Type::Float => Ok(row.try_get_unchecked::<Option<f64>, _>(place)?.into()),
        Type::Text => Ok(row.try_get_unchecked::<Option<String>, _>(place)?.into()),
        Type::Uuid => parsed(row, place, |text| Uuid::parse_str(text).map(Value::Uuid)),
        Type::Json => parsed(row, place, |text| serde_json::from_str(text).map(Value::Json)),
        Type::Time => match row.try_get_unchecked::<Option<i64>, _>(place)? {
            None => Ok(Value::Null),
            Some(micros) => Timestamp::from_microsecond(micros).map(Value::Time).map_err(|error| decode(place, error)),
        },
    }
}

fn parsed<E>(row: &SqliteRow, place: usize, parse: impl FnOnce(&str) -> Result<Value, E>) -> Result<Value, sqlx::Error>
where
    E: std::error::Error + Send + Sync + 'static,
{
    match row.try_get_unchecked::<Option<&str>, _>(place)? {
        None => Ok(Value::Null),
        Some(text) => parse(text).map_err(|error| decode(place, error)),
    }
}

fn decode(place: usize, error: impl std::error::Error + Send + Sync + 'static) -> sqlx::Error {
    sqlx::Error::ColumnDecode { index: place.to_string(), source: Box::new(error) }
}
