//! Raising, lowering and reading scores.

use std::net::IpAddr;

use jiff::SignedDuration;
use vestibule_resource::{Model as _, Result, Value};
use vestibule_store::{Actor, Condition, Query, Store, Transaction};

use super::Reputation;
use crate::tenant::{Settings, after};

/// Scores are forgotten a day after they last changed.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);

/// Longest name that is kept; longer ones are guesses of nobody's name.
const LONGEST: usize = 254;

/// Changes the score of a name from an address by `by`, within the limits of the settings.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn adjust(store: &Store, identifier: &str, ip: IpAddr, by: i64) -> Result<()> {
    let settings = Settings::load(store).await?;
    let first = write(store, &settings, identifier, ip, by).await;
    match first {
        // On PostgreSQL somebody else may have made the row at the same moment; now it is there to change.
        Err(vestibule_resource::Error::Invalid(_)) => write(store, &settings, identifier, ip, by).await,
        other => other,
    }
}

async fn write(store: &Store, settings: &Settings, identifier: &str, ip: IpAddr, by: i64) -> Result<()> {
    let mut tx = store.begin(Actor::default()).await?;
    adjust_in(&mut tx, store, settings, identifier, ip, by).await?;
    tx.commit().await
}

/// The same, together with what else the transaction writes. On PostgreSQL the transaction can fail when somebody else makes the
/// first score of that name and address at the same moment.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) async fn adjust_in(
    tx: &mut Transaction,
    store: &Store,
    settings: &Settings,
    identifier: &str,
    ip: IpAddr,
    by: i64,
) -> Result<()> {
    let identifier = kept(identifier);
    let now = store.world().now();
    let expires = ("expires", Value::Time(after(now, REMEMBERED)));
    let ip = ip.to_canonical().to_string();
    let query = Query::all(Reputation::RESOURCE).is("identifier", identifier.as_str()).is("ip", ip.as_str()).include_expired(true);
    match tx.first(&query).await? {
        Some(row) => {
            // Locked and read again: of two that change it at once, neither change is lost. A forgotten score begins anew.
            let locked = tx.lock(Reputation::RESOURCE, row.key()).await?.filter(|row| row.time("expires").is_none_or(|end| end > now));
            let before = locked.map_or(0, |row| row.int("score"));
            let changes = vec![("score", clamp(before + by, settings).into()), expires];
            tx.update(Reputation::RESOURCE, row.key(), changes).await?;
        }
        None => {
            let score = clamp(by, settings);
            let values = vec![("identifier", Value::from(identifier)), ("ip", ip.into()), ("score", score.into()), expires];
            tx.insert(Reputation::RESOURCE, values).await?;
        }
    }
    Ok(())
}

fn clamp(score: i64, settings: &Settings) -> i64 {
    let (low, high) = (settings.reputation_lower_limit, settings.reputation_upper_limit);
    score.clamp(low.min(high), high.max(low))
}

/// A name as it is kept.
pub(super) fn kept(identifier: &str) -> String {
    identifier.chars().filter(|letter| *letter != '\0').take(LONGEST).collect()
}

/// The sum of the stored scores of a name, over the addresses it was lately used from (at most a thousand of them).
pub(super) async fn score(store: &Store, identifier: &str) -> Result<i64> {
    const MOST: u64 = 1000;
    let rows = store.select(&Query::all(Reputation::RESOURCE).filter(Condition::is("identifier", identifier)).limit(MOST)).await?;
    Ok(rows.iter().map(|row| row.int("score")).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_stay_within_the_limits() {
        let settings = Settings::default();
        assert_eq!((clamp(-9, &settings), clamp(3, &settings), clamp(9, &settings)), (-5, 3, 5));
    }

    #[test]
    fn limits_in_the_wrong_order_are_limits_all_the_same() {
        let settings = Settings { reputation_lower_limit: 5, reputation_upper_limit: -5, ..Settings::default() };
        assert_eq!(clamp(9, &settings), 5);
    }

    #[tokio::test]
    async fn a_name_is_judged_over_all_addresses_until_it_is_forgotten() {
        let server = crate::testing::Server::new().await;
        let (here, there) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        for _ in 0..7 {
            assert_eq!(adjust(&server.store, "ada", here, -1).await, Ok(()));
        }
        assert_eq!(adjust(&server.store, "ada", there, 1).await, Ok(()));
        assert_eq!(score(&server.store, "ada").await, Ok(-4));
        assert_eq!(score(&server.store, "eve").await, Ok(0));
        server.wait(REMEMBERED.as_secs() + 1);
        assert_eq!(score(&server.store, "ada").await, Ok(0));
        assert_eq!(adjust(&server.store, "ada", here, -1).await, Ok(()));
        assert_eq!(score(&server.store, "ada").await, Ok(-1), "a forgotten score begins anew");
    }
}
