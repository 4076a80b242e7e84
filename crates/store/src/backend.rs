//! The two databases behind one face.
//!
//! What goes over the network needs room for its state, and is boxed here: otherwise every request would carry that room along, which
//! the embedded database has no use for.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicU64, Ordering},
};

use sqlx::PgPool;
use vestibule_resource::{Result, Value};

use crate::{
    dialect::Dialect,
    failure::{Failure, failed},
    postgres,
    readers::Readers,
    sql::Statement,
    writer::{Failed, Part, Writer},
};

/// An open database.
#[derive(Debug)]
pub(crate) struct Backend {
    pub pools: Pools,
    statements: AtomicU64,
}

#[derive(Debug)]
pub(crate) enum Pools {
    Sqlite { readers: Box<Readers>, writer: Writer, file: PathBuf },
    Postgres { readers: PgPool, writers: PgPool },
}

/// A transaction that writes; dropped, it is rolled back.
pub(crate) enum Work {
    Sqlite(Part),
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
}

impl Backend {
    pub(crate) fn new(pools: Pools) -> Self {
        Backend { pools, statements: AtomicU64::new(0) }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        match self.pools {
            Pools::Sqlite { .. } => Dialect::Sqlite,
            Pools::Postgres { .. } => Dialect::Postgres,
        }
    }

    /// How many statements were run so far.
    pub(crate) fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    pub(crate) fn counted(&self) {
        self.statements.fetch_add(1, Ordering::Relaxed);
    }

    /// Reads outside of any transaction.
    pub(crate) async fn rows(&self, statement: Statement) -> Result<Vec<Vec<Value>>> {
        self.counted();
        let rows = match &self.pools {
            Pools::Sqlite { readers, .. } => readers.rows(&statement).await,
            Pools::Postgres { readers, .. } => Box::pin(postgres::ask(readers, statement)).await,
        };
        rows.map_err(failed)
    }

    /// Ends all connections and waits for them.
    pub(crate) async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { readers, writer, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres { readers, writers } => {
                Box::pin(readers.close()).await;
                Box::pin(writers.close()).await;
            }
        }
    }

    pub(crate) async fn begin(&self) -> Result<Work> {
        self.counted();
        match &self.pools {
            Pools::Sqlite { writer, .. } => writer.begin().await.map(Work::Sqlite).map_err(failed),
            Pools::Postgres { writers, .. } => Box::pin(writers.begin()).await.map(Work::Postgres).map_err(failed),
        }
    }
}

impl Work {
    pub(crate) async fn rows(&mut self, statement: Statement) -> Result<Vec<Vec<Value>>, Failure> {
        match self {
            Work::Sqlite(work) => work.run(statement).map(|answer| answer.rows),
            Work::Postgres(work) => Box::pin(postgres::rows(work, statement)).await,
        }
    }

    pub(crate) async fn run(&mut self, statement: Statement) -> Result<u64, Failure> {
        match self {
            Work::Sqlite(work) => work.run(statement).map(|answer| answer.changed),
            Work::Postgres(work) => Box::pin(postgres::run(work, statement)).await,
        }
    }

    /// Runs a statement whose answer nobody needs: on the embedded database together with the next one, which may then fail for it.
    pub(crate) async fn later(&mut self, statement: Statement) -> Result<(), Failure> {
        match self {
            Work::Sqlite(work) => work.later(statement),
            Work::Postgres(work) => return Box::pin(postgres::run(work, statement)).await.map(drop),
        }
        Ok(())
    }

    pub(crate) async fn commit(self) -> Result<(), Failed> {
        match self {
            Work::Sqlite(work) => work.commit().await,
            Work::Postgres(work) => Box::pin(work.commit()).await.map_err(|error| Failed::Own(error.into())),
        }
    }
}
