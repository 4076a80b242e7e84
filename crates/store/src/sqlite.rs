//! The embedded database: how it is opened, and how values go in and out.

use std::{cmp::Ordering, path::Path, time::Duration};

use futures::TryStreamExt as _;
use jiff::Timestamp;
use sqlx::{
    Arguments as _, AssertSqlSafe, ConnectOptions as _, Either, Executor as _, Row as _, SqliteConnection, SqlitePool,
    sqlite::{SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous},
};
use uuid::Uuid;
use vestibule_resource::Value;

use crate::{
    dialect::FOLDED,
    sql::{Bind, Statement},
    types::Type,
    writer::Writer,
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

/// The one connection that writes.
pub(crate) async fn writer(file: &Path) -> Result<Writer, sqlx::Error> {
    Ok(Writer::new(options(file).connect().await?))
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

pub(crate) async fn rows(connection: &mut SqliteConnection, statement: Statement) -> Result<Vec<Vec<Value>>, sqlx::Error> {
    let Statement { text, binds, types } = statement;
    let rows = sqlx::query_with(AssertSqlSafe(text), arguments(binds)?).fetch_all(connection).await?;
    rows.iter().map(|row| types.iter().enumerate().map(|(place, kind)| read(row, place, *kind)).collect()).collect()
}

pub(crate) async fn run(connection: &mut SqliteConnection, statement: Statement) -> Result<u64, sqlx::Error> {
    let done = sqlx::query_with(AssertSqlSafe(statement.text), arguments(statement.binds)?).execute(connection).await?;
    Ok(done.rows_affected())
}

/// What the last of several statements came to.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub rows: Vec<Vec<Value>>,
    /// How many rows it changed.
    pub changed: u64,
}

/// Runs statements one after the other, up to the first that fails, with one message to the connection's thread and one back.
pub(crate) async fn run_all(connection: &mut SqliteConnection, statements: Vec<Statement>) -> Result<Answer, sqlx::Error> {
    let (all, types) = (statements.len(), statements.last().map(|last| last.types.clone()).unwrap_or_default());
    let Statement { text, binds, .. } = joined(statements);
    let mut answers = connection.fetch_many(sqlx::query_with(AssertSqlSafe(text), arguments(binds)?));
    let (mut answer, mut ended) = (Answer::default(), 0);
    while let Some(next) = answers.try_next().await? {
        match next {
            Either::Left(done) => {
                ended += 1;
                answer.changed = done.rows_affected();
            }
            Either::Right(row) if ended + 1 == all => {
                answer.rows.push(types.iter().enumerate().map(|(place, kind)| read(&row, place, *kind)).collect::<Result<_, _>>()?);
            }
            Either::Right(_) => {}
        }
    }
    Ok(answer)
}

/// Several statements as one text, the placeholders numbered through.
fn joined(mut statements: Vec<Statement>) -> Statement {
    if statements.len() == 1
        && let Some(only) = statements.pop()
    {
        return only;
    }
    let mut whole = Statement::plain(String::new(), &[]);
    for Statement { text, binds, .. } in statements {
        if !whole.text.is_empty() {
            whole.text.push_str("; ");
        }
        renumber(&text, whole.binds.len(), &mut whole.text);
        whole.binds.extend(binds);
    }
    whole
}

/// Writes a statement with `by` added to the numbers of its placeholders: `$` with digits after it, which texts in our statements
/// never hold.
fn renumber(text: &str, by: usize, out: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('$') {
        let digits = after.len() - after.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let (number, tail) = after.split_at_checked(digits).unwrap_or((after, ""));
        out.push_str(before);
        out.push('$');
        match number.parse::<usize>() {
            Ok(number) => out.push_str(&(number + by).to_string()),
            Err(_) => out.push_str(number),
        }
        rest = tail;
    }
    out.push_str(rest);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_of_joined_statements_are_numbered_through() {
        let statement = |text: &str, binds: usize| Statement {
            text: text.to_owned(),
            binds: (0..binds).map(|_| Bind { value: Value::Null, kind: Type::Int }).collect(),
            types: Vec::new(),
        };
        let whole = joined(vec![statement("BEGIN", 0), statement("a $1 '$.upn' $2", 2), statement("b $1, $10", 10)]);
        assert_eq!((whole.text.as_str(), whole.binds.len()), ("BEGIN; a $1 '$.upn' $2; b $3, $12", 12));
    }
}
