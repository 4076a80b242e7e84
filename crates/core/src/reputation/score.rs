//! Raising, lowering and reading scores.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use vestibule_resource::{Model as _, Result, Value};
use vestibule_store::{Condition, Query, Store, Transaction};

use super::Reputation;
use crate::{
    geo::Geo,
    tenant::{Settings, after},
};

/// Scores are forgotten a day after they last changed.
pub(super) const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);

/// Longest name that is kept; longer ones are guesses of nobody's name.
const LONGEST: usize = 254;

/// What changes a score.
pub(super) struct Change<'a> {
    /// The name that somebody used.
    pub(super) identifier: &'a str,
    /// The address that it was used from.
    pub(super) ip: IpAddr,
    /// By how much the score rises.
    pub(super) by: i64,
}

/// Changes a score within the limits of the settings, together with what else the transaction writes. On PostgreSQL this can fail
/// when somebody else makes the first score of that name and address at the same moment.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) async fn adjust(tx: &mut Transaction, settings: &Settings, geo: &Geo, now: Timestamp, change: &Change<'_>) -> Result<()> {
    let (identifier, ip) = (kept(change.identifier), change.ip.to_canonical().to_string());
    let query = Query::all(Reputation::RESOURCE).is("identifier", identifier.as_str()).is("ip", ip.as_str()).include_expired(true);
    let mut values = vec![("expires", Value::Time(after(now, REMEMBERED)))];
    values.extend(whereabouts(geo, change.ip));
    if let Some(row) = tx.first(&query).await? {
        // Locked and read again: of two that change it at once, neither change is lost. A forgotten score begins anew.
        let locked = tx.lock(Reputation::RESOURCE, row.key()).await?.filter(|row| row.time("expires").is_none_or(|end| end > now));
        let before = locked.map_or(0, |row| row.int("score"));
        values.push(("score", clamp(before.saturating_add(change.by), settings).into()));
        tx.update(Reputation::RESOURCE, row.key(), values).await?;
    } else {
        values.extend([("identifier", identifier.into()), ("ip", ip.into()), ("score", clamp(change.by, settings).into())]);
        tx.insert(Reputation::RESOURCE, values).await?;
    }
    Ok(())
}

/// What is known of the place and the network of an address.
fn whereabouts(geo: &Geo, ip: IpAddr) -> Vec<(&'static str, Value)> {
    let place = geo.place(ip).map(|place| ("ip_geo_data", place.to_json()));
    let network = geo.network(ip).map(|network| ("ip_asn_data", network.to_json()));
    place.into_iter().chain(network).map(|(name, json)| (name, Value::from(json))).collect()
}

fn clamp(score: i64, settings: &Settings) -> i64 {
    let (low, high) = (settings.reputation_lower_limit, settings.reputation_upper_limit);
    score.clamp(low.min(high), high.max(low))
}

/// A name as it is kept.
pub(super) fn kept(identifier: &str) -> String {
    identifier.chars().filter(|letter| *letter != '\0').take(LONGEST).collect()
}

/// The sum of the stored scores of a name, an address or both (at most a thousand of them).
pub(super) async fn sum(store: &Store, identifier: Option<&str>, ip: Option<IpAddr>) -> Result<i64> {
    const MOST: u64 = 1000;
    let ip = ip.map(|ip| Condition::is("ip", ip.to_canonical().to_string()));
    let any: Vec<Condition> = identifier.map(|name| Condition::is("identifier", name)).into_iter().chain(ip).collect();
    if any.is_empty() {
        return Ok(0);
    }
    let rows = store.select(&Query::all(Reputation::RESOURCE).filter(Condition::Any(any)).limit(MOST)).await?;
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
}
