//! Scores, and the changes of them that wait to be written.
//!
//! Whoever tries names must not learn from the clock which of them exist. What a name that nobody has does to its score is
//! therefore written a moment later, when it keeps nobody waiting, and so is what a login does to it: nothing much is lost with
//! either.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use vestibule_resource::{Error, Result};
use vestibule_store::{Actor, Store};

use super::score::{self, Change};
use crate::{geo::Geo, tenant::Settings};

/// Most names that wait, each from one address; then the next one writes them first.
const MOST: usize = 4096;

/// A name, and the address it was used from.
type Key = (String, IpAddr);

/// Scores, and the changes to them that wait. Cheap to clone.
#[derive(Clone)]
pub struct Scores(Arc<Inner>);

struct Inner {
    store: Store,
    geo: Geo,
    waiting: Mutex<HashMap<Key, i64>>,
    /// Held while they are written, so that none is written twice.
    writing: tokio::sync::Mutex<()>,
}

impl Scores {
    /// Scores in this store, with what is known of the places of addresses.
    pub fn new(store: Store, geo: Geo) -> Self {
        Scores(Arc::new(Inner { store, geo, waiting: Mutex::default(), writing: tokio::sync::Mutex::default() }))
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

    /// Changes the score of a name from an address by `by`, now.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn count(&self, identifier: &str, ip: IpAddr, by: i64) -> Result<()> {
        let changes = [Change { identifier, ip, by }];
        match self.write(&changes).await {
            // On PostgreSQL somebody else may have made the row at the same moment; now it is there to change.
            Err(Error::Invalid(_)) => self.write(&changes).await,
            other => other,
        }
    }

    /// The sum of the scores of a name, an address or both, with what waits. A score of that name from that address counts once.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn of(&self, identifier: Option<&str>, ip: Option<IpAddr>) -> Result<i64> {
        let (name, ip) = (identifier.map(score::kept), ip.map(|ip| ip.to_canonical()));
        let asked = |key: &Key| name.as_ref().is_some_and(|name| key.0 == *name) || ip.is_some_and(|ip| key.1 == ip);
        let waiting: i64 = self.waiting().iter().filter(|(key, _)| asked(key)).map(|(_, by)| *by).sum();
        Ok(score::sum(&self.0.store, name.as_deref(), ip).await?.saturating_add(waiting))
    }

    async fn write(&self, changes: &[Change<'_>]) -> Result<()> {
        let store = &self.0.store;
        let (settings, now) = (Settings::load(store).await?, store.world().now());
        let mut tx = store.begin(Actor::default()).await?.lazily();
        for change in changes {
            score::adjust(&mut tx, &settings, &self.0.geo, now, change).await?;
        }
        tx.commit().await
    }

    /// Writes what waits, in one transaction. Call it again and again, and before the server stops.
    ///
    /// # Errors
    /// `Internal` when the database fails, `Invalid` when another node made the same score at the same moment; then everything waits on.
    pub async fn flush(&self) -> Result<()> {
        let _writing = self.0.writing.lock().await;
        let round: Vec<(Key, i64)> = self.waiting().iter().map(|(key, by)| (key.clone(), *by)).collect();
        if round.is_empty() {
            return Ok(());
        }
        let changes: Vec<Change<'_>> = round.iter().map(|((identifier, ip), by)| Change { identifier, ip: *ip, by: *by }).collect();
        self.write(&changes).await?;
        self.written(round);
        Ok(())
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
    use std::net::Ipv4Addr;

    use super::*;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
    const THERE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 2));

    #[tokio::test]
    async fn a_change_counts_at_once_and_is_written_later() {
        let server = crate::testing::Server::new().await;
        let scores = Scores::new(server.store.clone(), Geo::default());
        let commits = server.store.commits();
        for _ in 0..3 {
            scores.note("ghost", HERE, -1).await.unwrap();
        }
        assert_eq!((scores.of(Some("ghost"), None).await, server.store.commits()), (Ok(-3), commits));
        scores.flush().await.unwrap();
        assert_eq!(scores.of(Some("ghost"), None).await, Ok(-3));
        assert_eq!(Scores::new(server.store.clone(), Geo::default()).of(Some("ghost"), None).await, Ok(-3), "it is in the database");
        let commits = server.store.commits();
        scores.flush().await.unwrap();
        assert_eq!(server.store.commits(), commits, "what was written does not wait any more");
    }

    #[tokio::test]
    async fn a_name_is_judged_over_all_addresses_until_it_is_forgotten() {
        let server = crate::testing::Server::new().await;
        let scores = Scores::new(server.store.clone(), Geo::default());
        for _ in 0..7 {
            scores.count("ada", HERE, -1).await.unwrap();
        }
        scores.count("ada", THERE, 1).await.unwrap();
        assert_eq!((scores.of(Some("ada"), None).await, scores.of(Some("eve"), None).await), (Ok(-4), Ok(0)));
        server.wait(score::REMEMBERED.as_secs() + 1);
        assert_eq!(scores.of(Some("ada"), None).await, Ok(0));
        scores.count("ada", HERE, -1).await.unwrap();
        assert_eq!(scores.of(Some("ada"), None).await, Ok(-1), "a forgotten score begins anew");
    }

    #[tokio::test]
    async fn a_name_and_an_address_are_summed_up_and_none_counts_twice() {
        let server = crate::testing::Server::new().await;
        let scores = Scores::new(server.store.clone(), Geo::default());
        scores.count("ada", HERE, -1).await.unwrap();
        scores.note("ada", THERE, -2).await.unwrap();
        scores.note("eve", HERE, 4).await.unwrap();
        assert_eq!(scores.of(Some("ada"), None).await, Ok(-3));
        assert_eq!(scores.of(None, Some(HERE)).await, Ok(3));
        assert_eq!(scores.of(Some("ada"), Some(HERE)).await, Ok(1));
        assert_eq!(scores.of(None, None).await, Ok(0));
    }
}
