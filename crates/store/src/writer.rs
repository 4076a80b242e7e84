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

use rusqlite::Connection;
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};
use vestibule_world::aside;

use crate::{
    failure::Failure,
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
    connection: Option<Connection>,
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
    Own(Failure),
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
    pub(crate) fn new(connection: Connection) -> Self {
        let line = Line { connection: Some(connection), open: false, begun: false, done: Vec::new() };
        Writer { line: Arc::new(Mutex::new(line)), waiting: Arc::default() }
    }

    /// Waits for the turn. The database transaction begins with the first statement.
    pub(crate) async fn begin(&self) -> Result<Part, Failure> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let waiting = Waiting(&self.waiting);
        let line = tokio::time::timeout(PATIENCE, Arc::clone(&self.line).lock_owned()).await;
        drop(waiting);
        let line = line.map_err(|_elapsed| Failure::Store("other writers took too long".to_owned()))?;
        Ok(Part { writer: self.clone(), line: Some(line), later: Vec::new() })
    }

    /// Ends the open transaction, after all who waited for their turn before.
    async fn finish(self) {
        let mut line = self.line.lock().await;
        aside(|| line.commit());
    }

    /// Counts the commits of other processes to the file: those of this connection do not count. A busy writer is asked another time.
    pub(crate) fn foreign_commits(&self) -> Option<i64> {
        let line = self.line.try_lock().ok().filter(|line| !line.open)?;
        let answer = sqlite::run(line.connection.as_ref()?, &Statement::plain("PRAGMA data_version", &[Type::Int])).ok()?;
        answer.rows.first()?.first()?.as_int()
    }

    /// Ends the connection, after all who wait for their turn.
    pub(crate) async fn close(&self) {
        let mut line = self.line.lock().await;
        aside(|| line.close());
    }

    /// Whether it was closed; a busy one was not.
    pub(crate) fn is_closed(&self) -> bool {
        self.line.try_lock().is_ok_and(|line| line.connection.is_none())
    }
}

impl Part {
    /// Runs a statement together with the next one.
    pub(crate) fn later(&mut self, statement: Statement) {
        self.later.push(statement);
    }

    /// Runs what waits and this, and answers for this.
    pub(crate) fn run(&mut self, statement: Statement) -> Result<Answer, Failure> {
        self.later.push(statement);
        let line = self.line.as_mut().ok_or_else(Failure::closed)?;
        aside(|| line.run(std::mem::take(&mut self.later)))
    }

    /// Makes everything durable, perhaps together with what others write.
    pub(crate) async fn commit(mut self) -> Result<(), Failed> {
        let Some(mut line) = self.line.take() else { return Ok(()) };
        if !line.begun && self.later.is_empty() {
            return Ok(());
        }
        let alone = self.writer.waiting.load(Ordering::SeqCst) == 0;
        let statements = std::mem::take(&mut self.later);
        if let Err(error) = aside(|| line.done(statements, alone)) {
            return Err(Failed::Own(error));
        }
        if alone {
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
        if let Some(mut line) = self.line.take() {
            line.undo();
        }
    }
}

impl Line {
    /// Runs statements, the words that begin the part before them where it was not begun.
    fn run(&mut self, statements: Vec<Statement>) -> Result<Answer, Failure> {
        let connection = self.connection.as_ref().ok_or_else(Failure::closed)?;
        if !self.begun {
            // IMMEDIATE: a transaction that began to read could not become a writer once another has written.
            let first = if self.open { "SAVEPOINT part" } else { "BEGIN IMMEDIATE" };
            sqlite::run(connection, &word(first))?;
            (self.open, self.begun) = (true, true);
        }
        sqlite::run_all(connection, &statements)
    }

    /// Ends a part with its last statements, and the whole transaction with it when nobody else waits. What fails is undone.
    fn done(&mut self, mut statements: Vec<Statement>, alone: bool) -> Result<(), Failure> {
        if !self.done.is_empty() {
            statements.push(word("RELEASE part"));
        }
        if alone {
            statements.push(word("COMMIT"));
        }
        if let Err(error) = self.run(statements) {
            self.undo();
            return Err(error);
        }
        self.begun = false;
        if alone {
            self.ended(&Ok(()));
        }
        Ok(())
    }

    /// Undoes a part that was begun, and neither done nor undone.
    fn undo(&mut self) {
        let Some(connection) = self.connection.as_ref().filter(|_| self.begun) else { return };
        self.begun = false;
        if self.done.is_empty() {
            // Where a rollback fails, there was nothing to roll back.
            let _ = sqlite::run(connection, &word("ROLLBACK"));
            self.ended(&Ok(()));
        } else if let Err(error) = sqlite::run_all(connection, &[word("ROLLBACK TO part"), word("RELEASE part")]) {
            // The database gave up everything by itself, so nothing of what others did is there either.
            let _ = sqlite::run(connection, &word("ROLLBACK"));
            self.ended(&Err(error.to_string()));
        }
    }

    /// Commits what is done.
    fn commit(&mut self) {
        let Some(connection) = self.connection.as_ref().filter(|_| self.open) else { return };
        let result = sqlite::run(connection, &word("COMMIT"));
        if result.is_err() {
            let _ = sqlite::run(connection, &word("ROLLBACK"));
        }
        self.ended(&result.map(drop).map_err(|error| error.to_string()));
    }

    /// The transaction came to an end; tells all who waited for it.
    fn ended(&mut self, result: &Result<(), String>) {
        self.open = false;
        for told in self.done.drain(..) {
            let _ = told.send(result.clone());
        }
    }

    fn close(&mut self) {
        self.commit();
        if let Some(Err((_, error))) = self.connection.take().map(Connection::close) {
            tracing::warn!(%error, "the database was not closed cleanly");
        }
    }
}

fn word(text: &str) -> Statement {
    Statement::plain(text, &[])
}
