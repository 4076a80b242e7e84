//! Bringing the schema up to date.

use std::path::Path;

use rusqlite::Connection as Embedded;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, PgPool};
use vestibule_resource::{Error, Result, Value};
use vestibule_world::World;

use crate::{
    Dialect, Migration,
    backend::{Backend, Pools},
    failure::{Failure, failed},
    postgres,
    sql::{Bind, Statement},
    sqlite,
    table::digest,
    types::Type,
};

/// Where the applied migrations are recorded.
pub(crate) const TABLE: &str = "schema_migration";

/// Key of the advisory lock under which one node at a time migrates: the letters `vestib` as a number.
const LOCK: i64 = 0x7665_7374_6962;

/// A recorded migration.
struct Applied {
    number: i64,
    name: String,
    checksum: String,
}

/// Applies the migrations that the database has not seen.
pub(crate) async fn run(backend: &Backend, migrations: &[Migration], world: &World) -> Result<()> {
    match &backend.pools {
        Pools::Sqlite { file, .. } => {
            let connection = sqlite::open(file).map_err(failed)?;
            // Foreign keys are off so that a migration may replace a table; they are checked before each commit.
            connection.pragma_update(None, "foreign_keys", "off").map_err(failed)?;
            let result = sqlite_run(&connection, file, migrations, world);
            connection.close().map_err(|(_, error)| failed(error))?;
            result
        }
        Pools::Postgres { writers, .. } => postgres_run(writers, migrations, world).await,
    }
}

/// Whether what was applied is what this server knows.
pub(crate) async fn recognise(backend: &Backend, migrations: &[Migration]) -> Result<()> {
    let applied = applied(backend.rows(recorded()).await?);
    waiting(migrations, &applied, backend.dialect()).map(drop)
}

fn sqlite_run(connection: &Embedded, file: &Path, migrations: &[Migration], world: &World) -> Result<()> {
    sqlite::run(connection, &table(Dialect::Sqlite)).map_err(failed)?;
    let applied = applied(sqlite::run(connection, &recorded()).map_err(failed)?.rows);
    let waiting = waiting(migrations, &applied, Dialect::Sqlite)?;
    if let (Some(first), false) = (waiting.first(), applied.is_empty()) {
        snapshot(connection, file, first, world)?;
    }
    for migration in waiting {
        sqlite::run(connection, &Statement::plain("BEGIN IMMEDIATE", &[])).map_err(failed)?;
        let result = sqlite_step(connection, migration, world);
        let end = if result.is_ok() { "COMMIT" } else { "ROLLBACK" };
        sqlite::run(connection, &Statement::plain(end, &[])).map_err(failed)?;
        result.map_err(|error| broken(migration, &error))?;
    }
    Ok(())
}

fn sqlite_step(connection: &Embedded, migration: &Migration, world: &World) -> Result<(), Failure> {
    let seen = applied(sqlite::run(connection, &recorded())?.rows);
    if seen.iter().any(|other| other.number == migration.number) {
        return Ok(());
    }
    connection.execute_batch(&migration.sqlite)?;
    sqlite::run(connection, &record(migration, Dialect::Sqlite, world))?;
    let dangling = Statement::plain("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", &[Type::Text]);
    match sqlite::run(connection, &dangling)?.rows.first().and_then(|row| row.first()) {
        None => Ok(()),
        Some(table) => Err(Failure::Store(format!("rows of {table} would refer to rows that do not exist"))),
    }
}

/// A copy of the file as it was, beside it.
fn snapshot(connection: &Embedded, file: &Path, first: &Migration, world: &World) -> Result<()> {
    // The key at the end keeps servers that start together from writing the same file.
    let (stamp, key) = (world.now().strftime("%Y%m%dT%H%M%S"), world.key(6));
    let copy = file.with_file_name(format!("{}.before-{}-{stamp}-{key}", sqlite::FILE, first.name));
    let failed = |error: &dyn std::fmt::Display| Error::internal(format!("no snapshot before the migration: {error}"));
    // SQLite fills an empty file, which keeps its mode.
    crate::open::private_file(&copy).map_err(|error| failed(&error))?;
    let target = Value::Text(copy.display().to_string());
    let statement = Statement { text: "VACUUM INTO $1".into(), binds: vec![Bind { value: target, kind: Type::Text }], types: Vec::new() };
    sqlite::run(connection, &statement).map_err(|error| failed(&error))?;
    tracing::info!(copy = %copy.display(), "kept a copy of the database before migrating it");
    Ok(())
}

async fn postgres_run(pool: &PgPool, migrations: &[Migration], world: &World) -> Result<()> {
    let mut connection = pool.acquire().await.map_err(failed)?.detach();
    let lock = |call: &str| Statement::plain(format!("SELECT {call}({LOCK})"), &[]);
    postgres::run(&mut connection, lock("pg_advisory_lock")).await.map_err(failed)?;
    let result = postgres_locked(&mut connection, migrations, world).await;
    // The connection ends here and its lock with it, also when an error cut a step short.
    connection.close().await.map_err(failed)?;
    result
}

async fn postgres_locked(connection: &mut PgConnection, migrations: &[Migration], world: &World) -> Result<()> {
    postgres::run(connection, table(Dialect::Postgres)).await.map_err(failed)?;
    let applied = applied(postgres::rows(connection, recorded()).await.map_err(failed)?);
    for migration in waiting(migrations, &applied, Dialect::Postgres)? {
        let mut work = connection.begin().await.map_err(failed)?;
        let step = async {
            sqlx::raw_sql(AssertSqlSafe(migration.postgres.to_string())).execute(&mut *work).await?;
            postgres::run(&mut work, record(migration, Dialect::Postgres, world)).await
        };
        step.await.map_err(|error| broken(migration, &error))?;
        work.commit().await.map_err(|error| broken(migration, &error.into()))?;
    }
    Ok(())
}

fn table(dialect: Dialect) -> Statement {
    let text = |kind| dialect.column_type(kind);
    let columns = format!(
        "\"number\" {} NOT NULL PRIMARY KEY, \"name\" {} NOT NULL, \"checksum\" {} NOT NULL, \"at\" {} NOT NULL",
        text(Type::Int),
        text(Type::Text),
        text(Type::Text),
        text(Type::Time)
    );
    Statement::plain(format!("CREATE TABLE IF NOT EXISTS \"{TABLE}\" ({columns})"), &[])
}

fn recorded() -> Statement {
    Statement::plain(format!("SELECT \"number\", \"name\", \"checksum\" FROM \"{TABLE}\" ORDER BY 1"), &[Type::Int, Type::Text, Type::Text])
}

fn applied(rows: Vec<Vec<Value>>) -> Vec<Applied> {
    let read = |row: Vec<Value>| {
        let [number, name, checksum] = <[Value; 3]>::try_from(row).ok()?;
        Some(Applied { number: number.as_int()?, name: name.to_string(), checksum: checksum.to_string() })
    };
    rows.into_iter().filter_map(read).collect()
}

fn record(migration: &Migration, dialect: Dialect, world: &World) -> Statement {
    let bind = |value: Value, kind| Bind { value, kind };
    let binds = vec![
        bind(migration.number.into(), Type::Int),
        bind(migration.name.into(), Type::Text),
        bind(digest(migration.sql(dialect)).into(), Type::Text),
        bind(world.now().into(), Type::Time),
    ];
    let text = format!("INSERT INTO \"{TABLE}\" (\"number\", \"name\", \"checksum\", \"at\") VALUES ($1, $2, $3, $4)");
    Statement { text, binds, types: Vec::new() }
}

/// The migrations still to be applied, if what was applied is what this server knows.
fn waiting<'a>(migrations: &'a [Migration], applied: &[Applied], dialect: Dialect) -> Result<Vec<&'a Migration>> {
    let newest = migrations.iter().map(|migration| migration.number).max().unwrap_or_default();
    for done in applied {
        let Some(known) = migrations.iter().find(|migration| migration.number == done.number) else {
            let text = if done.number > newest {
                format!(
                    "the database has schema {} ({}), but this server knows schemas up to {newest} only: start the newer server, or restore the copy from before the upgrade",
                    done.number, done.name
                )
            } else {
                format!("the database has a migration {} ({}) that this server does not know", done.number, done.name)
            };
            return Err(Error::internal(text));
        };
        if digest(known.sql(dialect)) != done.checksum {
            return Err(Error::internal(format!(
                "migration {} is not the one that was applied to this database: its text has changed",
                known.name
            )));
        }
    }
    let mut waiting: Vec<&Migration> = migrations.iter().filter(|known| !applied.iter().any(|done| done.number == known.number)).collect();
    waiting.sort_by_key(|migration| migration.number);
    Ok(waiting)
}

fn broken(migration: &Migration, error: &Failure) -> Error {
    Error::internal(format!("migration {} failed and was rolled back: {error}", migration.name))
}
