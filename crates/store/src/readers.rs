//! The connections that read the embedded database.
//!
//! A question is answered where it is asked, as long as that takes no longer than handing it over would. One that turns out to be
//! long is given up and asked again aside, and from then on at once: a search through a million users keeps nobody else waiting.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

use rusqlite::{Connection, ErrorCode};
use tokio::sync::Semaphore;
use vestibule_resource::Value;
use vestibule_world::aside;

use crate::{failure::Failure, sql::Statement, sqlite};

/// How many steps SQLite takes between two looks at what is left.
const STEPS: i32 = 1_000;

/// How many such looks a question may take where it is asked: about a millisecond.
const BRIEF: u32 = 20;

/// Most questions that are remembered to be long.
const MOST_LONG: usize = 256;

/// Connections that read.
#[derive(Debug)]
pub(crate) struct Readers {
    file: PathBuf,
    idle: Mutex<Vec<Reader>>,
    /// A turn for each question that is being answered.
    turns: Semaphore,
    /// One more for each long one: fewer, so that short ones always get through.
    long_turns: Semaphore,
    most: u32,
    /// Texts of questions that turned out to be long.
    long: Mutex<HashSet<String>>,
}

#[derive(Debug)]
struct Reader {
    connection: Connection,
    /// Looks that are left to the present question.
    left: Arc<AtomicU32>,
}

impl Readers {
    /// At most so many connections; the first is opened now.
    pub(crate) fn open(file: &Path, most: u32) -> Result<Self, Failure> {
        let most = most.max(2);
        let turns = |number: u32| Semaphore::new(usize::try_from(number).unwrap_or(1));
        Ok(Readers {
            file: file.to_owned(),
            idle: Mutex::new(vec![Reader::open(file)?]),
            turns: turns(most),
            long_turns: turns(most / 2),
            most,
            long: Mutex::default(),
        })
    }

    /// The rows that answer a question.
    pub(crate) async fn rows(&self, statement: &Statement) -> Result<Vec<Vec<Value>>, Failure> {
        if !self.is_long(&statement.text) {
            let _turn = self.turns.acquire().await.map_err(|_| Failure::closed())?;
            match self.ask(statement, BRIEF) {
                Err(Failure::Sqlite(error)) if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) => {
                    self.note_long(&statement.text);
                }
                answer => return answer,
            }
        }
        let _long_turn = self.long_turns.acquire().await.map_err(|_| Failure::closed())?;
        let _turn = self.turns.acquire().await.map_err(|_| Failure::closed())?;
        aside(|| self.ask(statement, u32::MAX))
    }

    fn ask(&self, statement: &Statement, looks: u32) -> Result<Vec<Vec<Value>>, Failure> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let reader = idle.map_or_else(|| aside(|| Reader::open(&self.file)), Ok)?;
        reader.left.store(looks, Ordering::Relaxed);
        let answer = sqlite::run(&reader.connection, statement);
        if !self.turns.is_closed() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
        }
        answer.map(|answer| answer.rows)
    }

    fn is_long(&self, text: &str) -> bool {
        self.long.lock().unwrap_or_else(PoisonError::into_inner).contains(text)
    }

    fn note_long(&self, text: &str) {
        let mut long = self.long.lock().unwrap_or_else(PoisonError::into_inner);
        if long.len() >= MOST_LONG {
            long.clear();
        }
        long.insert(text.to_owned());
    }

    /// Ends all connections, after the questions that are being answered.
    pub(crate) async fn close(&self) {
        self.long_turns.close();
        let all = self.turns.acquire_many(self.most).await;
        self.turns.close();
        drop(all);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Reader {
    fn open(file: &Path) -> Result<Self, Failure> {
        let connection = sqlite::open(file)?;
        connection.pragma_update(None, "query_only", "on")?;
        let left = Arc::new(AtomicU32::new(u32::MAX));
        let looked = Arc::clone(&left);
        // The last look of a question is never taken back, so that it stays given up until the next one begins.
        let look = move || looked.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err();
        connection.progress_handler(STEPS, Some(look))?;
        Ok(Reader { connection, left })
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::types::Type;

    const COUNT: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) SELECT count(*) FROM n";

    async fn count(readers: &Readers, to: i64) -> Value {
        let binds = vec![crate::sql::Bind { value: to.into(), kind: Type::Int }];
        let statement = Statement { text: COUNT.into(), binds, types: vec![Type::Int] };
        readers.rows(&statement).await.unwrap().remove(0).remove(0)
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_long_question_is_answered_too_and_known_to_be_long_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let readers = Readers::open(&folder.path().join(sqlite::FILE), 4).unwrap();
        assert_eq!((count(&readers, 10).await, readers.is_long(COUNT)), (Value::Int(10), false));
        assert_eq!((count(&readers, 100_000).await, readers.is_long(COUNT)), (Value::Int(100_000), true));
        assert_eq!(count(&readers, 10).await, Value::Int(10));
    }

    #[tokio::test]
    async fn a_closed_database_answers_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let readers = Readers::open(&folder.path().join(sqlite::FILE), 4).unwrap();
        readers.close().await;
        assert!(readers.rows(&Statement::plain("SELECT 1", &[Type::Int])).await.is_err());
    }
}
