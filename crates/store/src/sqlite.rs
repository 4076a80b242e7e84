//! The embedded database: how it is opened, and how values go in and out.
//!
//! It is asked by the thread that wants to know: most answers take a few microseconds, which is less than handing the question to
//! another thread and waiting for it there.

use std::{cmp::Ordering, path::Path, time::Duration};

use jiff::Timestamp;
use regex::Regex;
use rusqlite::{
    CachedStatement, Connection, OpenFlags, Row,
    config::DbConfig,
    functions::FunctionFlags,
    types::{ToSqlOutput, Type as Stored, ValueRef},
};
use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_resource::Value;

use crate::{
    dialect::FOLDED,
    failure::Failure,
    sql::{Bind, Statement},
    types::Type,
};

/// Name of the database file in the data folder.
pub(crate) const FILE: &str = "vestibule.db";

/// How long a writer waits for another process to end its write.
const PATIENCE: Duration = Duration::from_secs(10);

/// Prepared statements that a connection keeps.
const PREPARED: usize = 256;

/// A connection to the file, which is made where there is none.
pub(crate) fn open(file: &Path) -> Result<Connection, Failure> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    // FULL: a commit that was acknowledged survives a power cut.
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", "on")?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    // Without this, SQLite prepares a statement anew for every value that it could plan differently for, which takes longer than most
    // answers do.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.create_collation(FOLDED, folded)?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("regexp", 2, flags, |call| {
        let pattern = call.get_or_create_aux(0, |pattern| Ok::<_, BoxError>(Regex::new(pattern.as_str()?)?))?;
        Ok(match call.get_raw(1) {
            text @ ValueRef::Text(_) => Some(pattern.is_match(text.as_str()?)),
            _ => None,
        })
    })?;
    Ok(connection)
}

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Order of texts whatever their case.
fn folded(left: &str, right: &str) -> Ordering {
    left.chars().flat_map(char::to_lowercase).cmp(right.chars().flat_map(char::to_lowercase))
}

/// What a statement came to.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub rows: Vec<Vec<Value>>,
    /// How many rows it changed.
    pub changed: u64,
}

/// Runs a statement.
pub(crate) fn run(connection: &Connection, statement: &Statement) -> Result<Answer, Failure> {
    let mut prepared = connection.prepare_cached(&statement.text)?;
    bind(&mut prepared, &statement.binds)?;
    if prepared.column_count() == 0 {
        let changed = prepared.raw_execute()?;
        return Ok(Answer { rows: Vec::new(), changed: u64::try_from(changed).unwrap_or_default() });
    }
    let mut answer = Answer::default();
    let mut rows = prepared.raw_query();
    while let Some(row) = rows.next()? {
        let values = statement.types.iter().enumerate().map(|(place, kind)| read(row, place, *kind));
        answer.rows.push(values.collect::<Result<_, _>>()?);
    }
    Ok(answer)
}

/// Runs statements one after the other, up to the first that fails; answers for the last.
pub(crate) fn run_all(connection: &Connection, statements: &[Statement]) -> Result<Answer, Failure> {
    let mut answer = Answer::default();
    for statement in statements {
        answer = run(connection, statement)?;
    }
    Ok(answer)
}

/// Binds by the numbers of the placeholders: SQLite itself takes `$2` for a name like any other.
fn bind(prepared: &mut CachedStatement<'_>, binds: &[Bind]) -> Result<(), Failure> {
    for place in 1..=prepared.parameter_count() {
        let number = prepared.parameter_name(place).and_then(|name| name.strip_prefix('$')?.parse::<usize>().ok());
        let bound = number.and_then(|number| binds.get(number.checked_sub(1)?));
        let Some(Bind { value, .. }) = bound else { return Err(Failure::Store(format!("nothing is bound to parameter {place}"))) };
        prepared.raw_bind_parameter(place, stored(value))?;
    }
    Ok(())
}

/// The form in which a value is stored.
fn stored(value: &Value) -> ToSqlOutput<'_> {
    match value {
        Value::Null => ToSqlOutput::Borrowed(ValueRef::Null),
        Value::Bool(yes) => i64::from(*yes).into(),
        Value::Int(number) => (*number).into(),
        Value::Float(number) => (*number).into(),
        Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        Value::Uuid(uuid) => uuid.to_string().into(),
        Value::Time(time) => time.as_microsecond().into(),
        Value::Json(json) => json.to_string().into(),
    }
}

fn read(row: &Row<'_>, place: usize, kind: Type) -> Result<Value, rusqlite::Error> {
    let stored = row.get_ref(place)?;
    if stored == ValueRef::Null {
        return Ok(Value::Null);
    }
    let wrong = |error: BoxError| rusqlite::Error::FromSqlConversionFailure(place, stored.data_type(), error);
    Ok(match kind {
        Type::Bool => Value::Bool(stored.as_i64().map_err(|error| wrong(error.into()))? != 0),
        Type::Int => Value::Int(stored.as_i64().map_err(|error| wrong(error.into()))?),
        Type::Float if stored.data_type() == Stored::Integer => Value::Float(row.get::<_, i64>(place)? as f64),
        Type::Float => Value::Float(stored.as_f64().map_err(|error| wrong(error.into()))?),
        Type::Text => Value::Text(stored.as_str().map_err(|error| wrong(error.into()))?.to_owned()),
        Type::Uuid => Value::Uuid(Uuid::parse_str(stored.as_str()?).map_err(|error| wrong(error.into()))?),
        Type::Json => Value::from(serde_json::from_str::<Json>(stored.as_str()?).map_err(|error| wrong(error.into()))?),
        Type::Time => Value::Time(Timestamp::from_microsecond(stored.as_i64()?).map_err(|error| wrong(error.into()))?),
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use rusqlite::StatementStatus;

    use super::*;

    fn asked(text: &str, binds: &[Value], types: &[Type]) -> Vec<Vec<Value>> {
        let folder = tempfile::tempdir().unwrap();
        let connection = open(&folder.path().join(FILE)).unwrap();
        let binds = binds.iter().map(|value| Bind { value: value.clone(), kind: Type::Text }).collect();
        run(&connection, &Statement { text: text.into(), binds, types: types.to_vec() }).unwrap().rows
    }

    #[test]
    fn placeholders_are_bound_by_their_numbers_wherever_they_stand() {
        let binds: Vec<Value> = (1..=11).map(Value::Int).collect();
        let text = "SELECT $11, $2, $2 WHERE $1 + $3 + $4 + $5 + $6 + $7 + $8 + $9 + $10 = 53";
        assert_eq!(asked(text, &binds, &[Type::Int; 3]), [[Value::Int(11), Value::Int(2), Value::Int(2)]]);
    }

    #[test]
    fn a_prepared_statement_is_not_prepared_anew_for_another_value() {
        let folder = tempfile::tempdir().unwrap();
        let connection = open(&folder.path().join(FILE)).unwrap();
        connection.execute_batch("CREATE TABLE t (a TEXT, b TEXT); CREATE INDEX i ON t (a)").unwrap();
        let mut prepared = connection.prepare("SELECT b FROM t WHERE a = $1").unwrap();
        for value in ["x", "y", "z"] {
            assert!(prepared.query([value]).unwrap().next().unwrap().is_none());
        }
        assert_eq!(prepared.get_status(StatementStatus::RePrepare), 0);
    }

    #[test]
    fn a_pattern_fits_whatever_the_case_and_never_what_is_not_there() {
        let binds = ["(?is)ÄRA".into(), "Sarära".into(), "nobody".into()];
        let text = "SELECT $2 REGEXP $1, $3 REGEXP $1, NULL REGEXP $1";
        assert_eq!(asked(text, &binds, &[Type::Bool; 3]), [[Value::Bool(true), Value::Bool(false), Value::Null]]);
    }
}
