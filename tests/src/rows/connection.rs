//! The two databases, as a test reaches them beside the server.

use std::cmp::Ordering;

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, Row as _, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::App;

pub(super) enum Connection {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Connection {
    pub(super) async fn open(app: &App) -> Connection {
        match app.postgres_url() {
            Some(url) => Connection::Postgres(PgConnection::connect(url).await.unwrap()),
            None => {
                let file = app.folder().join("data/vestibule.db");
                let options = SqliteConnectOptions::new().filename(file).collation("folded", folded);
                Connection::Sqlite(SqliteConnection::connect_with(&options).await.unwrap())
            }
        }
    }

    pub(super) async fn run(&mut self, statement: String) {
        let done = match self {
            Connection::Sqlite(connection) => connection.execute(AssertSqlSafe(statement.clone())).await.map(drop),
            Connection::Postgres(connection) => connection.execute(AssertSqlSafe(statement.clone())).await.map(drop),
        };
        done.unwrap_or_else(|error| panic!("{error}\n{statement}"));
    }

    pub(super) async fn texts(&mut self, query: String) -> Vec<String> {
        let safe = AssertSqlSafe(query.clone());
        let found: Result<Vec<Option<String>>, _> = match self {
            Connection::Sqlite(connection) => connection.fetch_all(safe).await.map(|rows| rows.iter().map(|row| row.get(0)).collect()),
            Connection::Postgres(connection) => connection.fetch_all(safe).await.map(|rows| rows.iter().map(|row| row.get(0)).collect()),
        };
        found.unwrap_or_else(|error| panic!("{error}\n{query}")).into_iter().flatten().collect()
    }

    pub(super) async fn close(self) {
        match self {
            Connection::Sqlite(connection) => connection.close().await.unwrap(),
            Connection::Postgres(connection) => connection.close().await.unwrap(),
        }
    }

    pub(super) fn is_sqlite(&self) -> bool {
        matches!(self, Connection::Sqlite(_))
    }
}

/// Order of texts whatever their case, by which the server's indexes are kept.
fn folded(left: &str, right: &str) -> Ordering {
    left.chars().flat_map(char::to_lowercase).cmp(right.chars().flat_map(char::to_lowercase))
}
