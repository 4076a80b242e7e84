//! Changes of scores that wait to be written.
//!
//! Whoever tries names must not learn from the clock which of them exist. What a name that nobody has does to its score is
//! therefore written a moment later, when it keeps nobody waiting, and so is what a login does to it: nothing much is lost with
//! either.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use vestibule_resource::Result;
use vestibule_store::{Actor, Store};

use super::score;
use crate::tenant::Settings;

/// How long changes wait.
const EVERY: Duration = Duration::from_millis(100);

/// Most names that wait, each from one address; then the next one writes them first.
const MOST: usize = 4096;

/// A name, and the address it was used from.
type Key = (String, IpAddr);

/// Scores, and the changes to them that wait. Cheap to clone.
#[derive(Clone)]
pub struct Scores(Arc<Inner>);

struct Inner {
    store: Store,
    waiting: Mutex<HashMap<Key, i64>>,
    /// Held while they are written, so that none is written twice.
    writing: tokio::sync::Mutex<()>,
}

impl Scores {
    /// Scores in this store.
    pub fn new(store: Store) -> Self {
        Scores(Arc::new(Inner { store, waiting: Mutex::default(), writing: tokio::sync::Mutex::default() }))
    }

    /// Changes the score of a name from an address by `by`, a moment later.
    ///
    /// # Errors
    /// `Internal` when so much waits that it must be written now, and the database fails.
    pub async fn note(&self, identifier: &str, ip: IpAddr, by: i64) -> Result<()> {
        let full = {
            let mut waiting = self.waiting();
            let change = waiting.entry((score::kept(identifier), ip.to_canonical())).or_default();
            *change = change.saturating_add(by);
            waiting.len() >= MOST
        };
        if full { Box::pin(self.flush()).await } else { Ok(()) }
    }

    /// The sum of the scores of a name, with what waits.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn of(&self, identifier: &str) -> Result<i64> {
        let name = score::kept(identifier);
        let waiting: i64 = self.waiting().iter().filter(|((waiting, _), _)| *waiting == name).map(|(_, by)| *by).sum();
        Ok(score::score(&self.0.store, &name).await?.saturating_add(waiting))
    }

    /// Writes what waits, in one transaction. Call it before the server stops.
    ///
    /// # Errors
    /// `Internal` when the database fails, `Invalid` when another node made the same score at the same moment; then everything waits on.
    pub async fn flush(&self) -> Result<()> {
        let _writing = self.0.writing.lock().await;
        let round: Vec<(Key, i64)> = self.waiting().iter().map(|(key, by)| (key.clone(), *by)).collect();
        if round.is_empty() {
            return Ok(());
        }
        let store = &self.0.store;
        let (settings, mut tx) = (Settings::load(store).await?, store.begin(Actor::default()).await?.lazily());
        for ((identifier, ip), by) in &round {
            score::adjust_in(&mut tx, store, &settings, identifier, *ip, *by).await?;
        }
        tx.commit().await?;
        self.written(round);
        Ok(())
    }

    /// Writes what waits, again and again. Spawn it once; it ends only when it is dropped.
    pub async fn run(&self) {
        let mut tick = tokio::time::interval(EVERY);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tick.tick().await;
            if let Err(error) = self.flush().await {
                tracing::error!(%error, "scores could not be written; they are kept and tried again");
            }
        }
    }

    /// Forgets changes that were written, but not what came to them meanwhile.
    fn written(&self, round: Vec<(Key, i64)>) {
        let mut waiting = self.waiting();
        for (key, by) in round {
            if let Some(change) = waiting.get_mut(&key) {
                *change = change.saturating_sub(by);
            }
        }
        waiting.retain(|_, change| *change != 0);
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<Key, i64>> {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[tokio::test]
    async fn a_change_counts_at_once_and_is_written_later() {
        let server = crate::testing::Server::new().await;
        let (scores, ip) = (Scores::new(server.store.clone()), IpAddr::from([192, 0, 2, 1]));
        let commits = server.store.commits();
        for _ in 0..3 {
            scores.note("ghost", ip, -1).await.unwrap();
        }
        assert_eq!((scores.of("ghost").await, server.store.commits()), (Ok(-3), commits));
        scores.flush().await.unwrap();
        assert_eq!((scores.of("ghost").await, score::score(&server.store, "ghost").await), (Ok(-3), Ok(-3)));
        let commits = server.store.commits();
        scores.flush().await.unwrap();
        assert_eq!(server.store.commits(), commits, "what was written does not wait any more");
    }
}
