//! How far somebody has come since they were last here.

use jiff::Timestamp;
use vestibule_core::{events::Event, geo::Place};
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Result};
use vestibule_store::{Condition, Op, Query};

use super::GeoIPPolicy;
use crate::PolicyResult;

/// As fast as anybody travels, in kilometres per hour.
const FASTEST: f64 = 1000.0;

/// Most logins that are looked at, whatever a policy asks for.
const MOST: i64 = 100;

/// A login: when it was, and where.
type Login = (Timestamp, Option<Place>);

/// Whether a visitor can and may have come here from where they last were. Who was never here passes.
pub(super) async fn judge(cx: &Context, policy: &GeoIPPolicy, user: Option<i64>, here: &Place) -> Result<PolicyResult> {
    let logins = match user {
        Some(user) => last_logins(cx, user, policy.history_login_count).await?,
        None => Vec::new(),
    };
    Ok(compare(policy, cx.store.world().now(), here, &logins))
}

async fn last_logins(cx: &Context, user: i64, count: i64) -> Result<Vec<Login>> {
    let theirs = Condition::Member { path: "user".into(), keys: vec!["pk".into()], op: Op::Eq, value: user.into() };
    let query = Query::all(Event::RESOURCE).is("action", "login").filter(theirs).order("-created");
    let rows = cx.store.select(&query.limit(u64::try_from(count.min(MOST)).unwrap_or_default())).await?;
    let place = |context: &serde_json::Value| context.get("geo").and_then(Place::from_json);
    Ok(rows.iter().filter_map(|row| Some((row.time("created")?, place(row.json("context"))))).collect())
}

fn compare(policy: &GeoIPPolicy, now: Timestamp, here: &Place, logins: &[Login]) -> PolicyResult {
    let far = |login: &Login| Some((login.0, login.1.as_ref()?.distance(here)?));
    let distances: Vec<(Timestamp, f64)> = logins.iter().filter_map(far).collect();
    if !logins.is_empty() && distances.is_empty() {
        return PolicyResult::saying(false, "It is not known where the previous authentications were.");
    }
    let exactness = kilometres(policy.distance_tolerance_km);
    for (then, distance) in distances {
        if policy.check_history_distance && distance >= kilometres(policy.history_max_distance_km) + exactness {
            return PolicyResult::saying(false, "Distance from previous authentication is larger than threshold.");
        }
        if policy.check_impossible_travel && distance >= FASTEST * hours(then, now) + exactness {
            return PolicyResult::saying(false, "Distance is further than possible.");
        }
    }
    PolicyResult::silent(true)
}

/// Whole hours between two moments, at least one.
fn hours(then: Timestamp, now: Timestamp) -> f64 {
    let hours = now.duration_since(then).as_hours().max(1);
    kilometres(hours)
}

/// A whole number as a measure.
#[expect(clippy::cast_precision_loss, reason = "beyond 2^53 the distance is not of this world")]
fn kilometres(number: i64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use jiff::SignedDuration;
    use serde_json::json;

    use super::*;

    fn policy(history: bool, travel: bool) -> GeoIPPolicy {
        GeoIPPolicy {
            asns: json!([]),
            countries: Vec::new(),
            countries_obj: Default::default(),
            check_history_distance: history,
            history_max_distance_km: 100,
            distance_tolerance_km: 50,
            history_login_count: 5,
            check_impossible_travel: travel,
            impossible_tolerance_km: 100,
        }
    }

    fn at(long: f64) -> Place {
        Place::from_json(&json!({ "lat": 0.0, "long": long })).unwrap()
    }

    /// What is said of somebody at the longitude 0 who was elsewhere so many hours ago. A degree is 111 km.
    fn said(policy: &GeoIPPolicy, hours: i64, long: Option<f64>) -> (bool, Vec<String>) {
        let now = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(1000);
        let login = (now - SignedDuration::from_hours(hours), long.map(at));
        let result = compare(policy, now, &at(0.0), &[login]);
        (result.passing, result.messages)
    }

    #[test]
    fn whoever_was_near_passes() {
        assert!(said(&policy(true, false), 1, Some(1.0)).0);
        let told = "Distance from previous authentication is larger than threshold.".to_owned();
        assert_eq!(said(&policy(true, false), 1, Some(1.5)), (false, vec![told]));
    }

    #[test]
    fn nobody_travels_faster_than_an_aeroplane() {
        assert!(said(&policy(false, true), 0, Some(9.0)).0, "less than an hour counts as one");
        assert_eq!(said(&policy(false, true), 1, Some(10.0)), (false, vec!["Distance is further than possible.".to_owned()]));
        assert!(said(&policy(false, true), 2, Some(10.0)).0);
    }

    #[test]
    fn nothing_is_held_against_whoever_was_never_here_but_a_place_must_be_known() {
        assert!(compare(&policy(true, true), Timestamp::UNIX_EPOCH, &at(0.0), &[]).passing);
        assert!(!said(&policy(true, true), 1, None).0);
    }
}
