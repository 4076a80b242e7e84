//! Sessions of visitors that are not in the database yet.
//!
//! Whoever opens a login page gets a session, and nothing is lost when it is: they begin again. So such sessions are written a
//! moment later and together. Sessions in which somebody is logged in never wait here.

use std::{collections::HashMap, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;
use vestibule_resource::{Record, Value};

use super::row::{Columns, weight};

/// Most sessions that wait; then the next one writes them first.
pub(super) const MOST: usize = 4096;

/// What they may take of memory together, in bytes; then the next one writes them first, too.
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// How long a key that was given up is remembered: longer than any request takes.
const RETIRED: SignedDuration = SignedDuration::from_mins(10);

/// What waits, by digest of the session key.
#[derive(Debug, Default)]
pub(super) struct Behind {
    waiting: HashMap<String, Waiting>,
    retired: HashMap<String, Timestamp>,
    seen: HashMap<String, (Value, Columns)>,
    changes: u64,
    /// What the waiting sessions take of memory, in bytes.
    bytes: usize,
}

/// A session that waits.
#[derive(Debug, Clone)]
pub(super) struct Waiting {
    /// The row as it is to be.
    pub(super) row: Arc<Record>,
    /// The database has a row of it already.
    pub(super) stored: bool,
    change: u64,
}

/// What one round writes.
#[derive(Debug, Default)]
pub(super) struct Round {
    /// Sessions, by digest of their key.
    pub(super) sessions: Vec<(String, Waiting)>,
    /// Keys of rows whose sessions were used, with the columns that say so.
    pub(super) seen: Vec<(Value, Columns)>,
}

impl Behind {
    /// The session with that digest, if it waits; `Err` when its key was given up.
    pub(super) fn find(&self, digest: &str) -> Result<Option<Arc<Record>>, Retired> {
        if self.retired.contains_key(digest) {
            return Err(Retired);
        }
        Ok(self.waiting.get(digest).map(|waiting| waiting.row.clone()))
    }

    /// The session of that identifier, if it waits.
    pub(super) fn named(&self, uuid: Uuid) -> Option<Arc<Record>> {
        self.waiting.values().map(|waiting| &waiting.row).find(|row| row.key().as_uuid() == Some(uuid)).cloned()
    }

    /// Lets a session wait. A key that was given up is not taken again: a request that began before must not revive it.
    pub(super) fn put(&mut self, digest: &str, row: Arc<Record>, stored: bool) {
        if self.retired.contains_key(digest) {
            return;
        }
        self.changes += 1;
        let stored = self.waiting.get(digest).map_or(stored, |known| known.stored);
        self.remove(digest);
        self.bytes += weight(&row);
        self.waiting.insert(digest.to_owned(), Waiting { row, stored, change: self.changes });
    }

    fn remove(&mut self, digest: &str) -> Option<Waiting> {
        let gone = self.waiting.remove(digest)?;
        self.bytes = self.bytes.saturating_sub(weight(&gone.row));
        Some(gone)
    }

    /// Gives a key up. Answers whether the database may have a row of it.
    pub(super) fn retire(&mut self, digest: &str, now: Timestamp) -> bool {
        self.retired.insert(digest.to_owned(), now);
        self.seen.remove(digest);
        self.remove(digest).is_none_or(|waiting| waiting.stored)
    }

    /// Notes that a stored session was used.
    pub(super) fn saw(&mut self, digest: &str, key: Value, columns: Columns) {
        if !self.retired.contains_key(digest) && (self.seen.contains_key(digest) || self.seen.len() < MOST) {
            self.seen.insert(digest.to_owned(), (key, columns));
        }
    }

    /// Whether so many wait that they must be written now.
    pub(super) fn full(&self) -> bool {
        self.waiting.len() >= MOST || self.bytes >= MOST_BYTES
    }

    /// What is to be written now. The sessions stay readable here until they are.
    pub(super) fn round(&mut self, now: Timestamp) -> Round {
        self.retired.retain(|_, at| now.duration_since(*at) < RETIRED);
        Round {
            sessions: self.waiting.iter().map(|(digest, waiting)| (digest.clone(), waiting.clone())).collect(),
            seen: self.seen.drain().map(|(_, seen)| seen).collect(),
        }
    }

    /// Forgets what was written, unless it has changed meanwhile.
    pub(super) fn written(&mut self, round: &Round) {
        for (digest, written) in &round.sessions {
            match self.waiting.get_mut(digest) {
                Some(waiting) if waiting.change == written.change => drop(self.remove(digest)),
                Some(waiting) => waiting.stored = true,
                None => {}
            }
        }
    }
}

/// The key of a session was given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Retired;

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use vestibule_resource::Model as _;

    use super::*;
    use crate::sessions::AuthenticatedSession;

    fn row(text: &str) -> Arc<Record> {
        Arc::new(Record::new(AuthenticatedSession::RESOURCE, vec![("last_ip", text.into())]))
    }

    #[test]
    fn large_sessions_are_written_sooner() {
        let large = |size: usize| {
            let values = vec![("data", Value::from(serde_json::Value::from("x".repeat(size))))];
            Arc::new(Record::new(AuthenticatedSession::RESOURCE, values))
        };
        let mut behind = Behind::default();
        behind.put("a", large(MOST_BYTES), false);
        assert!(behind.full());
        behind.put("a", large(1), false);
        assert!(!behind.full(), "what was replaced weighs nothing");
        behind.put("b", large(MOST_BYTES), false);
        let round = behind.round(Timestamp::UNIX_EPOCH);
        behind.written(&round);
        assert_eq!((behind.full(), behind.bytes), (false, 0));
    }

    fn shown(behind: &Behind, digest: &str) -> Option<String> {
        behind.find(digest).unwrap().map(|row| row.text("last_ip").to_owned())
    }

    #[test]
    fn a_session_is_readable_while_it_waits_and_until_it_is_written() {
        let mut behind = Behind::default();
        behind.put("a", row("1"), false);
        let round = behind.round(Timestamp::UNIX_EPOCH);
        assert_eq!(shown(&behind, "a").as_deref(), Some("1"));
        behind.written(&round);
        assert_eq!(shown(&behind, "a"), None);
    }

    #[test]
    fn what_changed_while_it_was_written_is_written_again() {
        let mut behind = Behind::default();
        behind.put("a", row("1"), false);
        let round = behind.round(Timestamp::UNIX_EPOCH);
        behind.put("a", row("2"), false);
        behind.written(&round);
        let again = behind.round(Timestamp::UNIX_EPOCH);
        assert_eq!(again.sessions.len(), 1);
        assert!(again.sessions[0].1.stored, "the second writing must be an update");
    }

    #[test]
    fn a_key_that_was_given_up_cannot_be_revived() {
        let mut behind = Behind::default();
        behind.put("a", row("1"), false);
        assert!(!behind.retire("a", Timestamp::UNIX_EPOCH), "nothing of it is in the database");
        behind.put("a", row("2"), false);
        assert_eq!(behind.find("a").unwrap_err(), Retired);
        assert!(behind.round(Timestamp::UNIX_EPOCH).sessions.is_empty());
        assert!(behind.retire("b", Timestamp::UNIX_EPOCH), "nobody knows whether the database has it");
    }

    #[test]
    fn keys_that_were_given_up_are_forgotten_in_the_end() {
        let mut behind = Behind::default();
        behind.retire("a", Timestamp::UNIX_EPOCH);
        behind.round(Timestamp::UNIX_EPOCH + SignedDuration::from_hours(1));
        assert_eq!(behind.find("a").unwrap().map(|_| ()), None);
    }
}
