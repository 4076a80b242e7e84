//! The two databases, as a test reaches them beside the server.

use std::cmp::Ordering;

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, Row as _};

use crate::App;

pub(super) enum Connection {
    Sqlite(rusqlite::Connection),
    Postgres(PgConnection),
}

impl Connection {
    pub(super) async fn open(app: &App) -> Connection {
        if let Some(url) = app.postgres_url() {
            return Connection::Postgres(PgConnection::connect(url).await.unwrap());
        }
        let connection = rusqlite::Connection::open(app.folder().join("data/vestibule.db")).unwrap();
        connection.create_collation("folded", folded).unwrap();
        Connection::Sqlite(connection)
    }

    pub(super) async fn run(&mut self, statement: String) {
        let wrong = |error: &dyn std::fmt::Display| panic!("{error}\n{statement}");
        match self {
            Connection::Sqlite(connection) => connection.execute_batch(&statement).unwrap_or_else(|error| wrong(&error)),
            Connection::Postgres(connection) => {
                connection.execute(AssertSqlSafe(statement.clone())).await.map(drop).unwrap_or_else(|error| wrong(&error));
            }
        }
    }

    pub(super) async fn texts(&mut self, query: String) -> Vec<String> {
        let found: Vec<Option<String>> = match self {
            Connection::Sqlite(connection) => {
                let mut statement = connection.prepare(&query).unwrap_or_else(|error| panic!("{error}\n{query}"));
                let rows = statement.query_map([], |row| row.get(0)).unwrap();
                rows.map(Result::unwrap).collect()
            }
            Connection::Postgres(connection) => {
                let rows = connection.fetch_all(AssertSqlSafe(query.clone())).await;
                rows.unwrap_or_else(|error| panic!("{error}\n{query}")).iter().map(|row| row.get(0)).collect()
            }
        };
        found.into_iter().flatten().collect()
    }

    pub(super) async fn close(self) {
        match self {
            Connection::Sqlite(connection) => connection.close().unwrap(),
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
