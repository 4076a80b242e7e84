//! PostgreSQL: how it is reached, and how values go in and out. `chrono` is used here alone, because sqlx speaks it.

use std::{str::FromStr as _, time::Duration};

use chrono::{DateTime, Utc};
use jiff::Timestamp;
use sqlx::{
    Arguments as _, AssertSqlSafe, Connection as _, PgConnection, PgPool, Row as _,
    postgres::{PgArguments, PgConnectOptions, PgPoolOptions, PgRow},
};
use uuid::Uuid;
use vestibule_resource::Value;

use crate::{
    failure::Failure,
    sql::{Bind, Statement},
    types::Type,
};

/// Connects, and waits for a server that is still starting.
pub(crate) async fn connect(url: &str, most: u32) -> Result<PgPool, sqlx::Error> {
    let options = PgConnectOptions::from_str(url)?.statement_cache_capacity(256).application_name("vestibule");
    let mut attempts = 60;
    loop {
        let pool = PgPoolOptions::new().max_connections(most).min_connections(1).acquire_timeout(Duration::from_secs(30));
        // Only a connection that has rested may have been cut, so only that one is asked first.
        let pool = pool.test_before_acquire(false).before_acquire(|connection, meta| {
            Box::pin(async move {
                if meta.idle_for > Duration::from_secs(5) {
                    connection.ping().await?;
                }
                Ok(true)
            })
        });
        match pool.connect_with(options.clone()).await {
            Err(error) if attempts > 0 && may_pass(&error) => {
                tracing::warn!(%error, "the PostgreSQL server does not answer yet");
                attempts -= 1;
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
            result => return result,
        }
    }
}

/// Whether waiting may help: the server is not there yet or still starts (class 57P).
fn may_pass(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| code.starts_with("57P")),
        _ => false,
    }
}

/// The rows that answer a question, over any of the connections.
pub(crate) async fn ask(pool: &PgPool, statement: Statement) -> Result<Vec<Vec<Value>>, Failure> {
    rows(&mut *pool.acquire().await?, statement).await
}

pub(crate) async fn rows(connection: &mut PgConnection, statement: Statement) -> Result<Vec<Vec<Value>>, Failure> {
    let Statement { text, binds, types } = statement;
    let rows = sqlx::query_with(AssertSqlSafe(text), arguments(binds)?).fetch_all(connection).await?;
    let values = |row| types.iter().enumerate().map(|(place, kind)| read(row, place, *kind)).collect();
    Ok(rows.iter().map(values).collect::<Result<_, sqlx::Error>>()?)
}

pub(crate) async fn run(connection: &mut PgConnection, statement: Statement) -> Result<u64, Failure> {
    let done = sqlx::query_with(AssertSqlSafe(statement.text), arguments(statement.binds)?).execute(connection).await?;
    Ok(done.rows_affected())
}

fn arguments(binds: Vec<Bind>) -> Result<PgArguments, sqlx::Error> {
    let mut arguments = PgArguments::default();
    for Bind { value, kind } in binds {
        let added = match value {
            Value::Null => null(&mut arguments, kind),
            Value::Bool(yes) => arguments.add(yes),
            Value::Int(number) => arguments.add(number),
            Value::Float(number) => arguments.add(number),
            Value::Text(text) => arguments.add(text),
            Value::Uuid(uuid) => arguments.add(uuid),
            Value::Time(time) => arguments.add(to_chrono(time)),
            Value::Json(json) => arguments.add(json.as_ref()),
        };
        added.map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

fn null(arguments: &mut PgArguments, kind: Type) -> Result<(), sqlx::error::BoxDynError> {
    match kind {
        Type::Bool => arguments.add(None::<bool>),
        Type::Int => arguments.add(None::<i64>),
        Type::Float => arguments.add(None::<f64>),
        Type::Text => arguments.add(None::<String>),
        Type::Uuid => arguments.add(None::<Uuid>),
        Type::Time => arguments.add(None::<DateTime<Utc>>),
        Type::Json => arguments.add(None::<serde_json::Value>),
    }
}

fn read(row: &PgRow, place: usize, kind: Type) -> Result<Value, sqlx::Error> {
    Ok(match kind {
        Type::Bool => row.try_get::<Option<bool>, _>(place)?.into(),
        Type::Int => row.try_get::<Option<i64>, _>(place)?.into(),
        Type::Float => row.try_get::<Option<f64>, _>(place)?.into(),
        Type::Text => row.try_get::<Option<String>, _>(place)?.into(),
        Type::Uuid => row.try_get::<Option<Uuid>, _>(place)?.into(),
        Type::Time => row.try_get::<Option<DateTime<Utc>>, _>(place)?.map(from_chrono).into(),
        Type::Json => row.try_get::<Option<serde_json::Value>, _>(place)?.into(),
    })
}

/// Times beyond what chrono can say become its ends, which lie 260 000 years away.
fn to_chrono(time: Timestamp) -> DateTime<Utc> {
    let ends = if time < Timestamp::UNIX_EPOCH { DateTime::<Utc>::MIN_UTC } else { DateTime::<Utc>::MAX_UTC };
    DateTime::from_timestamp_micros(time.as_microsecond()).unwrap_or(ends)
}

fn from_chrono(time: DateTime<Utc>) -> Timestamp {
    let ends = if time.timestamp() < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_microsecond(time.timestamp_micros()).unwrap_or(ends)
}
