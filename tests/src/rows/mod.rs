//! Rows put into a server's database while it is stopped: those that only a protocol of later work will make, and many at once.
//!
//! Everything follows from the tables as the migrations declare them, so that no case repeats their columns.

mod connection;
mod copy;
mod fill;
mod schema;

use std::fmt::Display;

use connection::Connection;
use schema::Table;

use crate::App;

/// The database of a stopped server.
pub struct Rows {
    connection: Connection,
    tables: Vec<Table>,
}

impl App {
    /// Stops the server, lets `work` at its database, and starts it again, so that nothing it remembers is stale.
    pub async fn behind<T>(&self, work: impl AsyncFnOnce(&mut Rows) -> T) -> T {
        assert_eq!(self.terminate(), 0, "{}", self.said());
        let mut rows = Rows { connection: Connection::open(self).await, tables: schema::tables() };
        rows.run("BEGIN").await;
        let done = work(&mut rows).await;
        rows.run("COMMIT").await;
        rows.connection.close().await;
        self.launch_again();
        done
    }
}

impl Rows {
    /// Runs a statement.
    pub async fn run(&mut self, statement: impl Display) {
        self.connection.run(statement.to_string()).await;
    }

    /// The first column of what a query answers, as texts; nulls are left out.
    pub async fn texts(&mut self, query: impl Display) -> Vec<String> {
        self.connection.texts(query.to_string()).await
    }

    /// Whether there are rows in a table.
    pub async fn any(&mut self, table: &str) -> bool {
        !self.texts(format!("SELECT 'x' FROM \"{table}\" LIMIT 1")).await.is_empty()
    }

    /// The names of all tables, each after those that it refers to.
    pub fn names(&self) -> Vec<&'static str> {
        self.tables.iter().map(|table| table.name).collect()
    }

    /// Whether the rows of a table are only parts of those of others.
    pub fn is_base(&self, name: &str) -> bool {
        let tells_whose = self.table(name).columns.iter().any(|column| column.name == "model");
        tells_whose && self.tables.iter().any(|table| table.bases().iter().any(|(_, base, _)| *base == name))
    }

    fn table(&self, name: &str) -> Table {
        self.tables.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("no table {name}")).clone()
    }
}
