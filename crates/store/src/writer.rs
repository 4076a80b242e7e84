//! The one connection that writes to the embedded database, and the commits that writers share.
//!
//! Writers follow one another. A part that ends while others wait is not committed alone: the next goes on in the same database
//! transaction, and one commit makes all of them durable. Nobody hears that their part is done before that commit is.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use sqlx::{Connection as _, SqliteConnection};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use crate::{
    sql::Statement,
    sqlite::{self, Answer},
    types::Type,
};

/// Longest time that a writer waits for its turn.
const PATIENCE: Duration = Duration::from_secs(60);

/// The connection and the queue before it. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Writer {
    line: Arc<Mutex<Line>>,
    waiting: Arc<AtomicUsize>,
}

/// What writers follow one another on.
#[derive(Debug)]
struct Line {
    /// `None` once it was closed.
    connection: Option<SqliteConnection>,
    /// A database transaction is open.
    open: bool,
    /// A part of it was begun, and neither done nor undone.
    begun: bool,
    /// The parts of it that are done, and wait for the commit.
    done: Vec<oneshot::Sender<Result<(), String>>>,
}

/// A writer's turn. Dropped without [`commit`](Part::commit), it leaves no trace.
pub(crate) struct Part {
    writer: Writer,
    line: Option<OwnedMutexGuard<Line>>,
    /// Statements whose answer nobody needs: they go with the next one.
    later: Vec<Statement>,
}

/// Why a part was not committed.
#[derive(Debug)]
pub(crate) enum Failed {
    /// One of its own statements failed.
    Own(sqlx::Error),
    /// The commit that it shared with others failed.
    Shared(String),
}

/// Someone who waits for their turn.
struct Waiting<'a>(&'a AtomicUsize);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Writer {
    pub(crate) fn new(connection: SqliteConnection) -> Self {
        let line = Line { connection: Some(connection), open: false, begun: false, done: Vec::new() };
        Writer { line: Arc::new(Mutex::new(line)), waiting: Arc::default() }
    }

    /// Waits for the turn. The database transaction begins with the first statement.
    pub(crate) async fn begin(&self) -> Result<Part, sqlx::Error> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let waiting = Waiting(&self.waiting);
        let line = tokio::time::timeout(PATIENCE, Arc::clone(&self.line).lock_owned()).await;
        drop(waiting);
        let mut line = line.map_err(|_elapsed| sqlx::Error::PoolTimedOut)?;
        line.undo_rest().await;
        Ok(Part { writer: self.clone(), line: Some(line), later: Vec::new() })
    }

    /// Ends the open transaction, after all who waited for their turn before.
    async fn finish(self) {
        let mut line = self.line.lock().await;
        line.undo_rest().await;
        line.commit().await;
    }

    /// Counts the commits of other processes to the file: those of this connection do not count. A busy writer is asked another time.
    pub(crate) async fn foreign_commits(&self) -> Option<i64> {
        let mut line = self.line.try_lock().ok().filter(|line| !line.open)?;
        let statement = Statement::plain("PRAGMA data_version", &[Type::Int]);
        let rows = sqlite::rows(line.connection.as_mut()?, statement).await.ok()?;
        rows.first()?.first()?.as_int()
    }

    /// Ends the connection, after all who wait for their turn.
    pub(crate) async fn close(&self) {
        let mut line = self.line.lock().await;
        line.undo_rest().await;
        line.commit().await;
        if let Some(connection) = line.connection.take()
            && let Err(error) = connection.close().await
        {
            tracing::warn!(%error, "the database was not closed cleanly");
        }
    }

    /// Whether it was closed; a busy one was not.
    pub(crate) fn is_closed(&self) -> bool {
        self.line.try_lock().is_ok_and(|line| line.connection.is_none())
    }
}

impl Part {
    /// Runs a statement together with the next one; but not too many, for the connection keeps each such sequence prepared.
    pub(crate) async fn later(&mut self, statement: Statement) -> Result<(), sqlx::Error> {
        const MOST: usize = 8;
        if self.later.len() >= MOST {
            return self.run(statement).await.map(drop);
        }
        self.later.push(statement);
        Ok(())
    }

    /// Runs what waits and this, and answers for this.
    pub(crate) async fn run(&mut self, statement: Statement) -> Result<Answer, sqlx::Error> {
        let mut statements = std::mem::take(&mut self.later);
        statements.push(statement);
        let line = self.line.as_mut().ok_or(sqlx::Error::WorkerCrashed)?;
        line.run(statements).await
    }

    /// Makes everything durable, perhaps together with what others write.
    pub(crate) async fn commit(mut self) -> Result<(), Failed> {
        let Some(mut line) = self.line.take() else { return Ok(()) };
        if !line.begun && self.later.is_empty() {
            return Ok(());
        }
        let alone = self.writer.waiting.load(Ordering::SeqCst) == 0;
        let mut statements = std::mem::take(&mut self.later);
        if !line.done.is_empty() {
            statements.push(word("RELEASE part"));
        }
        if alone {
            statements.push(word("COMMIT"));
        }
        if let Err(error) = line.run(statements).await {
            line.undo_rest().await;
            return Err(Failed::Own(error));
        }
        line.begun = false;
        if alone {
            line.ended(&Ok(()));
            return Ok(());
        }
        let (told, heard) = oneshot::channel();
        line.done.push(told);
        if line.done.len() == 1 {
            // A task of its own, behind all who wait now: whatever becomes of them, the commit comes.
            tokio::spawn(self.writer.clone().finish());
        }
        drop(line);
        match heard.await {
            Ok(result) => result.map_err(Failed::Shared),
            Err(_) => Err(Failed::Shared("the server is stopping".into())),
        }
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let Some(line) = self.line.take().filter(|line| line.begun) else { return };
        drop(line);
        // Without a runtime, the next writer undoes it.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(self.writer.clone().finish());
        }
    }
}

impl Line {
    /// Runs statements in one go, the words that begin the part before them where it was not begun.
    async fn run(&mut self, mut statements: Vec<Statement>) -> Result<Answer, sqlx::Error> {
        if !self.begun {
            // IMMEDIATE: a transaction that began to read could not become a writer once another has written.
            let first = if self.open { "SAVEPOINT part" } else { "BEGIN IMMEDIATE" };
            statements.insert(0, word(first));
            (self.open, self.begun) = (true, true);
        }
        let connection = self.connection.as_mut().ok_or(sqlx::Error::PoolClosed)?;
        sqlite::run_all(connection, statements).await
    }

    /// Undoes a part that was begun and given up.
    async fn undo_rest(&mut self) {
        if !self.begun {
            return;
        }
        let Some(connection) = self.connection.as_mut() else { return };
        let nested = !self.done.is_empty();
        let undone = match nested {
            true => sqlite::run_all(connection, vec![word("ROLLBACK TO part"), word("RELEASE part")]).await,
            false => sqlite::run_all(connection, vec![word("ROLLBACK")]).await,
        };
        // Only now: who is dropped before this leaves it to the next.
        self.begun = false;
        match (undone, nested) {
            (Ok(_), true) => {}
            (Err(error), true) => {
                // The database gave up everything by itself, so nothing of what others did is there either.
                let _ = sqlite::run_all(connection, vec![word("ROLLBACK")]).await;
                self.ended(&Err(error.to_string()));
            }
            // Where a rollback fails, there was nothing to roll back.
            (_, false) => self.ended(&Ok(())),
        }
    }

    /// Commits what is done.
    async fn commit(&mut self) {
        let Some(connection) = self.connection.as_mut().filter(|_| self.open) else { return };
        let result = sqlite::run_all(connection, vec![word("COMMIT")]).await;
        if result.is_err() {
            let _ = sqlite::run_all(connection, vec![word("ROLLBACK")]).await;
        }
        self.ended(&result.map(|_| ()).map_err(|error| error.to_string()));
    }

    /// The transaction came to an end; tells all who waited for it.
    fn ended(&mut self, result: &Result<(), String>) {
        self.open = false;
        for told in self.done.drain(..) {
            let _ = told.send(result.clone());
        }
    }
}

fn word(text: &str) -> Statement {
    Statement::plain(text, &[])
}
