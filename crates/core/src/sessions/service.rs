//! Reading sessions, and writing those that wait.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_engine::{Request, Session};
use vestibule_resource::{Error, Model as _, Record, Result};
use vestibule_secret::{sha256_hex, signed::CookieKey};
use vestibule_store::{Actor, Dialect, Query, Store};

use super::{
    AuthenticatedSession,
    behind::{Behind, Round},
    cookie,
    row::{self, weight},
};
use crate::{memory::Memory, services::Keys};

/// Most stored sessions that are remembered, and what one of them may take of memory in bytes: 16 MiB in all.
const MOST_KNOWN: usize = 1024;
const MOST_KNOWN_BYTES: usize = 16 * 1024;

/// All sessions. Cheap to clone.
#[derive(Clone)]
pub struct Sessions(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) store: Store,
    pub(super) keys: Keys,
    pub(super) cookie_key: CookieKey,
    /// Sessions that were read lately, by digest of their key: most visitors come back at once.
    known: Memory<String, Arc<Record>>,
    /// Visitors' sessions wait here. Other nodes could not see them, so with PostgreSQL none do.
    pub(super) behind: Option<Mutex<Behind>>,
    /// When this process began.
    began: Timestamp,
    /// Held while waiting sessions are written and while a key is given up, so that a written session never brings a key back.
    pub(super) writing: tokio::sync::Mutex<()>,
}

impl Sessions {
    /// Sessions of this store.
    pub fn new(store: Store, keys: Keys) -> Self {
        let behind = (store.dialect() == Dialect::Sqlite).then(Mutex::default);
        let known = Memory::of(&store, MOST_KNOWN);
        let cookie_key = CookieKey::new(&keys.secret_key);
        let (began, writing) = (store.world().now(), tokio::sync::Mutex::new(()));
        Sessions(Arc::new(Inner { store, keys, cookie_key, known, behind, began, writing }))
    }

    /// The visitor's session; an empty one when they have none, or it has ended.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn load(&self, request: &Request) -> Result<Session> {
        let now = self.0.store.world().now();
        let Some(key) = cookie::read(&self.0.cookie_key, request, now) else { return Ok(Session::default()) };
        let digest = sha256_hex(&key);
        let waiting = match self.0.behind().map(|behind| behind.find(&digest)) {
            Some(Err(_retired)) => return Ok(Session::default()),
            Some(Ok(found)) => found,
            None => None,
        };
        let found = match waiting {
            Some(row) => Some(row),
            None => self.0.stored(digest).await?,
        };
        let alive = found.filter(|row| row.time("expires").is_some_and(|end| end > now));
        Ok(alive.map_or_else(Session::default, |row| row::session(key, row, now)))
    }

    /// The session of that identifier; `None` when it has ended.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn find(&self, uuid: Uuid) -> Result<Option<Arc<Record>>> {
        let now = self.0.store.world().now();
        let waiting = self.0.behind().and_then(|behind| behind.named(uuid));
        let found = match waiting {
            Some(row) => Some(row),
            None => self.0.store.get(AuthenticatedSession::RESOURCE, uuid).await?.map(Arc::new),
        };
        Ok(found.filter(|row| row.time("expires").is_some_and(|end| end > now)))
    }

    /// Since when this process has had all sessions to itself: no request that began before is still under way. `None` where
    /// several nodes share the database.
    pub fn alone_since(&self) -> Option<Timestamp> {
        self.0.behind.as_ref().map(|_| self.0.began)
    }

    /// Writes what waits, in one transaction. Call it again and again, and before the server stops.
    ///
    /// # Errors
    /// `Internal` when the database fails; then everything waits on.
    pub async fn flush(&self) -> Result<()> {
        self.0.write_waiting().await
    }
}

impl Inner {
    /// What waits, where sessions do.
    pub(super) fn behind(&self) -> Option<MutexGuard<'_, Behind>> {
        self.behind.as_ref().map(|behind| behind.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The session with that digest, as the database has it.
    async fn stored(&self, digest: String) -> Result<Option<Arc<Record>>> {
        let stamp = [self.store.generation(AuthenticatedSession::RESOURCE), 0, 0, 0];
        if let Some(row) = self.known.get(&digest, stamp) {
            return Ok(Some(row));
        }
        let row = self.store.first(&Query::all(AuthenticatedSession::RESOURCE).is("key_hash", digest.as_str()).limit(1)).await?;
        let row = row.map(Arc::new);
        if let Some(light) = row.as_ref().filter(|row| weight(row) <= MOST_KNOWN_BYTES) {
            self.known.put(digest, stamp, light.clone());
        }
        Ok(row)
    }

    /// Writes what waits. A task of its own: whoever gives this up must not part what was written from the note that it was.
    pub(super) async fn write_waiting(self: &Arc<Self>) -> Result<()> {
        let inner = Arc::clone(self);
        let end = tokio::spawn(async move {
            let _writing = inner.writing.lock().await;
            inner.write_round().await
        });
        end.await.map_err(|error| Error::internal(format!("the sessions were not written: {error}")))?
    }

    async fn write_round(&self) -> Result<()> {
        let Some(round) = self.behind().map(|mut behind| behind.round(self.store.world().now())) else { return Ok(()) };
        if round.sessions.is_empty() && round.seen.is_empty() {
            return Ok(());
        }
        self.write(&round).await?;
        if let Some(mut behind) = self.behind() {
            behind.written(&round);
        }
        Ok(())
    }

    async fn write(&self, round: &Round) -> Result<()> {
        let mut tx = self.store.begin(Actor::default()).await?;
        for (_, waiting) in &round.sessions {
            let values = waiting.row.values().to_vec();
            if waiting.stored {
                // None means that it was deleted meanwhile: then it stays so.
                tx.update(AuthenticatedSession::RESOURCE, waiting.row.key(), values).await?;
            } else {
                tx.insert(AuthenticatedSession::RESOURCE, values).await?;
            }
        }
        for (key, columns) in &round.seen {
            tx.stamp(AuthenticatedSession::RESOURCE, key, columns.clone()).await?;
        }
        tx.commit().await
    }
}
