//! The visitor's session, as a request sees it.

use std::{
    fmt,
    sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError},
};

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource::{Record, Result};
use vestibule_store::Transaction;

/// What a session holds. Loaded before a request, saved after it when it changed; `core` knows how.
#[derive(Debug, Clone, Default)]
pub struct Session {
    /// The secret that the cookie carries; `None` until something is stored.
    pub key: Option<String>,
    /// The user who is logged in, by key.
    pub user: Option<i64>,
    /// What flows keep between requests (plan, saved query, history), once that is not what the row says any more; see [`data`](Session::data).
    pub changed: Option<Map<String, Json>>,
    /// The session's row as it was loaded.
    pub row: Option<Arc<Record>>,
    /// The identifier that the session's row is to have, where it has none yet and something refers to it already.
    pub named: Option<Uuid>,
    /// When the cookie shall end, in seconds from now; `None` means with the browser.
    pub max_age: Option<i64>,
    /// Something changed, so it must be saved.
    pub dirty: bool,
    /// The key must change (login, logout), so that a key known before is worth nothing after.
    pub rotate: bool,
    /// Everything must go: user and data.
    pub flush: bool,
    /// Cookies to set beside the session's own, as `Set-Cookie` values.
    pub cookies: Vec<String>,
    /// What is written in the transaction that saves the session, so that either both are there or neither is.
    pub writes: Vec<Write>,
}

/// What a write does with the transaction.
type Work = dyn for<'a> Fn(&'a mut Transaction) -> BoxFuture<'a, Result<()>> + Send + Sync;

/// A write that waits for a transaction.
#[derive(Clone)]
pub struct Write(Arc<Work>);

impl Write {
    /// A write that does this.
    pub fn new(work: impl for<'a> Fn(&'a mut Transaction) -> BoxFuture<'a, Result<()>> + Send + Sync + 'static) -> Self {
        Write(Arc::new(work))
    }

    /// Does it.
    ///
    /// # Errors
    /// Whatever the write fails with.
    pub async fn run(&self, tx: &mut Transaction) -> Result<()> {
        (self.0)(tx).await
    }
}

impl fmt::Debug for Write {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Write")
    }
}

impl Session {
    /// What flows keep between requests: plan, saved query, history.
    pub fn data(&self) -> &Map<String, Json> {
        static NOTHING: LazyLock<Map<String, Json>> = LazyLock::new(Map::new);
        let stored = || self.row.as_ref().and_then(|row| row.json("data").as_object());
        self.changed.as_ref().or_else(stored).unwrap_or(&NOTHING)
    }

    /// A value that a flow keeps.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.data().get(key)
    }

    /// Keeps a value.
    pub fn set(&mut self, key: &str, value: Json) {
        self.change().insert(key.to_owned(), value);
    }

    /// Forgets a value.
    pub fn remove(&mut self, key: &str) -> Option<Json> {
        self.get(key)?;
        self.change().remove(key)
    }

    /// Forgets all values.
    pub fn clear(&mut self) {
        self.dirty = true;
        self.changed = Some(Map::new());
    }

    /// What flows keep, to be changed. Most requests only read it, so it is copied only here.
    fn change(&mut self) -> &mut Map<String, Json> {
        self.dirty = true;
        let data = self.changed.take().unwrap_or_else(|| self.data().clone());
        self.changed.insert(data)
    }
}

/// The request's session, shared by everything that serves the request.
#[derive(Debug, Clone, Default)]
pub struct SessionSlot(Arc<Mutex<Session>>);

impl SessionSlot {
    /// A slot that holds this session.
    pub fn new(session: Session) -> Self {
        SessionSlot(Arc::new(Mutex::new(session)))
    }

    /// The session. Do not hold the guard across an `await`.
    pub fn lock(&self) -> MutexGuard<'_, Session> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
