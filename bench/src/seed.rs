//! Rows by the hundred thousand, written straight into the database file while the server is down.

use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::Outcome;

async fn open(folder: &Path) -> Outcome<SqliteConnection> {
    // The server's own order of texts, by which some of its indexes are kept.
    let folded = |left: &str, right: &str| left.chars().flat_map(char::to_lowercase).cmp(right.chars().flat_map(char::to_lowercase));
    let options = SqliteConnectOptions::new().filename(folder.join("vestibule.db")).create_if_missing(true).collation("folded", folded);
    Ok(SqliteConnection::connect_with(&options).await?)
}

/// The table of the bare INSERT.
pub(crate) async fn bench_table(folder: &Path) -> Outcome<()> {
    let mut db = open(folder).await?;
    sqlx::query("CREATE TABLE IF NOT EXISTS bench_row (key TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE)").execute(&mut db).await?;
    Ok(())
}

/// Drops the table of the bare INSERT, which the server does not know.
pub(crate) async fn drop_bench_table(folder: &Path) -> Outcome<()> {
    let mut db = open(folder).await?;
    sqlx::query("DROP TABLE IF EXISTS bench_row").execute(&mut db).await?;
    Ok(())
}

/// Copies the administrator's row until there are `wanted` users.
pub(crate) async fn users(folder: &Path, wanted: u32) -> Outcome<()> {
    let differing = [
        ("id", "n.i"),
        ("username", "'user-' || n.i"),
        ("email", "'user-' || n.i || '@example.com'"),
        ("name", "'User ' || n.i"),
        ("uuid", RANDOM_UUID),
    ];
    copies(folder, "user", "username = 'akadmin'", "(SELECT max(id) FROM \"user\")", &differing, wanted).await
}

/// Copies the deny stage `bench-deny` until there are `wanted` stages.
pub(crate) async fn stages(folder: &Path, wanted: u32) -> Outcome<()> {
    let key = "printf('00000000-0000-4000-8000-%012d', n.i)";
    let stage = [("stage_uuid", key), ("name", "'stage-' || n.i")];
    copies(folder, "stage", "name = 'bench-deny'", "0", &stage, wanted).await?;
    copies(folder, "deny_stage", "1 LIMIT 1", "0", &[("stage_uuid", key)], wanted).await
}

const RANDOM_UUID: &str = "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || \
                           substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

/// Copies one row of a table, with some columns worked out from a number.
async fn copies(folder: &Path, table: &str, template: &str, first: &str, differing: &[(&str, &str)], wanted: u32) -> Outcome<()> {
    let mut db = open(folder).await?;
    let columns = sqlx::query(AssertSqlSafe(format!("SELECT name FROM pragma_table_info('{table}')"))).fetch_all(&mut db).await?;
    let names: Vec<String> = columns.iter().map(|row| row.get(0)).collect();
    let value =
        |name: &String| differing.iter().find(|(column, _)| column == name).map_or(format!("t.\"{name}\""), |(_, sql)| (*sql).to_owned());
    let values: Vec<String> = names.iter().map(value).collect();
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let sql = format!(
        "WITH RECURSIVE n(i) AS (SELECT {first} + 1 UNION ALL SELECT i + 1 FROM n WHERE i < {wanted}) \
         INSERT INTO \"{table}\" ({}) SELECT {} FROM n, (SELECT * FROM \"{table}\" WHERE {template}) t",
        quoted.join(", "),
        values.join(", ")
    );
    sqlx::query(AssertSqlSafe(sql)).execute(&mut db).await?;
    Ok(())
}
