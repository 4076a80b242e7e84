//! Saving a session after the request that used it.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use vestibule_engine::{Request, Session};
use vestibule_resource::{Model as _, Record, Result, Value};
use vestibule_secret::sha256_hex;
use vestibule_store::{Actor, Query, Transaction};

use super::{AuthenticatedSession, Sessions, cookie, row, row::Columns, service::Inner};
use crate::authn::csrf_token;

/// The last use of a session is noted at most so often.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// Length of a session key, in letters.
const KEY: usize = 32;

/// What became of a session.
enum Saved {
    /// It goes on under the key that the browser knows.
    Same,
    /// It has a new key.
    Renewed,
    /// It is gone; the browser's cookie is worth nothing.
    Gone,
}

impl Sessions {
    /// Saves the session and answers the `Set-Cookie` values of the response. A session in which somebody is logged in is durable
    /// when this returns.
    ///
    /// # Errors
    /// 413 when the session holds too much; `Internal` when the database fails.
    pub async fn save(&self, request: &Request, session: &mut Session) -> Result<Vec<String>> {
        let now = self.0.store.world().now();
        let saved = self.0.save(request, session, now).await?;
        if !session.writes.is_empty() {
            // No transaction was needed for the session itself.
            Box::pin(self.0.write_alone(session)).await?;
        }
        let mut cookies = std::mem::take(&mut session.cookies);
        cookies.extend(self.0.cookies(request, session, saved));
        Ok(cookies)
    }
}

impl Inner {
    async fn save(self: &Arc<Self>, request: &Request, session: &mut Session, now: Timestamp) -> Result<Saved> {
        let empty = session.user.is_none() && session.data().is_empty();
        match (session.key.clone(), session.flush) {
            (Some(old), true) => {
                Box::pin(self.end(&old, now)).await?;
                session.key = None;
                session.row = None;
                if empty { Ok(Saved::Gone) } else { Box::pin(self.begin(request, session, now)).await }
            }
            (None, _) if empty => Ok(Saved::Same),
            (None, _) => Box::pin(self.begin(request, session, now)).await,
            (Some(old), false) if session.rotate => Box::pin(self.renew(request, session, &old, now)).await,
            (Some(key), false) if session.dirty => Box::pin(self.change(request, session, &key, now)).await,
            (Some(key), false) if Inner::unseen(session, now) => {
                Box::pin(self.see(request, session, &key, now)).await?;
                Ok(Saved::Same)
            }
            (Some(_), false) => Ok(Saved::Same),
        }
    }

    async fn write_alone(&self, session: &mut Session) -> Result<()> {
        let mut tx = self.store.begin(Actor::default()).await?.lazily();
        write_along(&mut tx, session).await?;
        tx.commit().await
    }

    /// A new session.
    async fn begin(self: &Arc<Self>, request: &Request, session: &mut Session, now: Timestamp) -> Result<Saved> {
        let values = row::columns(session, request, now)?;
        self.begin_with(values, session).await
    }

    /// A new session of these columns.
    async fn begin_with(self: &Arc<Self>, mut values: Columns, session: &mut Session) -> Result<Saved> {
        let (key, digest) = self.new_key();
        values.extend([
            ("uuid", session.named.take().unwrap_or_else(|| self.store.world().uuid()).into()),
            ("user", session.user.into()),
            ("key_hash", digest.as_str().into()),
            ("expiring", true.into()),
        ]);
        let row = Arc::new(Record::new(AuthenticatedSession::RESOURCE, values));
        if session.user.is_none() && self.wait(&digest, row.clone(), false).await? {
            session.row = Some(row);
        } else {
            let mut tx = self.store.begin(Actor::default()).await?.lazily();
            // First, for they may end all sessions of the user.
            write_along(&mut tx, session).await?;
            session.row = Some(Arc::new(tx.insert(AuthenticatedSession::RESOURCE, row.values().to_vec()).await?));
            tx.commit().await?;
        }
        session.key = Some(key);
        Ok(Saved::Renewed)
    }

    /// The same session under a new key, durable at once.
    async fn renew(self: &Arc<Self>, request: &Request, session: &mut Session, old: &str, now: Timestamp) -> Result<Saved> {
        let old = sha256_hex(old);
        let columns = row::columns(session, request, now)?;
        let (key, digest) = self.new_key();
        let mut changes = columns.clone();
        changes.extend([("user", session.user.into()), ("key_hash", digest.into())]);
        let writing = self.writing.lock().await;
        let stored = self.behind().is_none_or(|mut behind| behind.retire(&old, now));
        let uuid = session.row.as_ref().map(|row| row.key().clone()).unwrap_or_else(|| self.store.world().uuid().into());
        let mut tx = self.store.begin(Actor::default()).await?.lazily();
        let row = match stored {
            true if !knows(&mut tx, &uuid, &old).await? => None,
            true => tx.update(AuthenticatedSession::RESOURCE, &uuid, changes).await?,
            false => Some(insert(&mut tx, uuid, changes).await?),
        };
        if row.is_some() {
            write_along(&mut tx, session).await?;
        }
        tx.commit().await?;
        drop(writing);
        let Some(row) = row else {
            // Another request gave the old key up meanwhile. What is under the new one is not ours to change.
            return self.begin_with(columns, session).await;
        };
        (session.key, session.row) = (Some(key), Some(Arc::new(row)));
        Ok(Saved::Renewed)
    }

    /// Other content under the same key; nothing when the session was given up meanwhile.
    async fn change(self: &Arc<Self>, request: &Request, session: &mut Session, key: &str, now: Timestamp) -> Result<Saved> {
        let changes = row::columns(session, request, now)?;
        let Some(before) = session.row.as_ref() else { return Ok(Saved::Same) };
        let mut row = Record::clone(before);
        for (name, value) in changes.clone() {
            row.set(name, value);
        }
        let (row, digest) = (Arc::new(row), sha256_hex(key));
        session.row = Some(row.clone());
        if session.user.is_none() && self.wait(&digest, row.clone(), true).await? {
            return Ok(Saved::Same);
        }
        let mut tx = self.store.begin(Actor::default()).await?.lazily();
        if knows(&mut tx, row.key(), &digest).await? {
            write_along(&mut tx, session).await?;
            tx.update(AuthenticatedSession::RESOURCE, row.key(), changes).await?;
            tx.commit().await?;
        }
        Ok(Saved::Same)
    }

    /// Ends a session for ever.
    async fn end(&self, key: &str, now: Timestamp) -> Result<()> {
        let digest = sha256_hex(key);
        let _writing = self.writing.lock().await;
        let stored = self.behind().is_none_or(|mut behind| behind.retire(&digest, now));
        if !stored {
            return Ok(());
        }
        let mut tx = self.store.begin(Actor::default()).await?.lazily();
        tx.delete_where(&Query::all(AuthenticatedSession::RESOURCE).is("key_hash", digest)).await?;
        tx.commit().await
    }

    /// Lets a visitor's session wait to be written; `false` where none wait.
    async fn wait(self: &Arc<Self>, digest: &str, row: Arc<Record>, stored: bool) -> Result<bool> {
        let full = match self.behind() {
            None => return Ok(false),
            Some(mut behind) => {
                behind.put(digest, row, stored);
                behind.full()
            }
        };
        if full {
            self.write_waiting().await?;
        }
        Ok(true)
    }

    /// Whether it is time to note that a logged-in session was used.
    fn unseen(session: &Session, now: Timestamp) -> bool {
        let row = session.row.as_ref().filter(|_| session.user.is_some());
        row.is_some_and(|row| row.time("last_used").is_none_or(|then| now.duration_since(then) >= SEEN_EVERY))
    }

    /// Notes that a logged-in session was used. Where sessions wait, this waits with them: nothing much is lost with it.
    async fn see(&self, request: &Request, session: &Session, key: &str, now: Timestamp) -> Result<()> {
        let Some(row) = session.row.as_ref() else { return Ok(()) };
        let seen = row::seen(request, now);
        if let Some(mut behind) = self.behind() {
            behind.saw(&sha256_hex(key), row.key().clone(), seen);
            return Ok(());
        }
        let mut tx = self.store.begin(Actor::default()).await?.lazily();
        tx.stamp(AuthenticatedSession::RESOURCE, row.key(), seen).await?;
        tx.commit().await
    }

    fn new_key(&self) -> (String, String) {
        let key = self.store.world().key(KEY).to_lowercase();
        let digest = sha256_hex(&key);
        (key, digest)
    }

    fn cookies(&self, request: &Request, session: &Session, saved: Saved) -> Vec<String> {
        let mut cookies = Vec::new();
        match (saved, session.key.as_deref()) {
            (Saved::Renewed, Some(key)) => {
                let uid = session.user.map(|user| vestibule_secret::uid(user, &self.keys.install_id));
                cookies.push(cookie::session(&self.cookie_key, request, key, uid.as_deref(), session.max_age));
            }
            (Saved::Gone, _) => cookies.push(cookie::no_session(request)),
            (Saved::Same, _) | (Saved::Renewed, None) => {}
        }
        let token = session.user.and_then(|_| csrf_token(&self.keys, session));
        if let Some(token) = token.filter(|token| request.cookie(crate::authn::CSRF_COOKIE) != Some(token)) {
            cookies.push(cookie::csrf(request, &token));
        }
        cookies
    }
}

/// Writes what goes with the session.
async fn write_along(tx: &mut Transaction, session: &mut Session) -> Result<()> {
    for write in std::mem::take(&mut session.writes) {
        write.run(tx).await?;
    }
    Ok(())
}

/// Whether the session still has that key; nothing changes it until the transaction ends.
async fn knows(tx: &mut Transaction, uuid: &Value, digest: &str) -> Result<bool> {
    let row = tx.lock(AuthenticatedSession::RESOURCE, uuid).await?;
    Ok(row.is_some_and(|row| row.text("key_hash") == digest))
}

async fn insert(tx: &mut Transaction, uuid: Value, mut values: Columns) -> Result<Record> {
    values.extend([("uuid", uuid), ("expiring", true.into())]);
    tx.insert(AuthenticatedSession::RESOURCE, values).await
}
