//! What bindings say about the places of a flow for a user, kept for a short while where membership alone decides.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::Judged;

/// How long a result is kept.
const LIFETIME: SignedDuration = SignedDuration::from_secs(300);

/// Most results that are kept. Beyond that everything is forgotten, which costs each user one evaluation.
const CAPACITY: usize = 10_000;

/// Numbers of commits to all on which membership depends: bindings, groups and who is in them.
pub(crate) type Stamp = [u64; 4];

/// A flow and whom it was planned for; visitors who are not stored share one result.
type Key = (Uuid, Option<i64>);

/// What bindings say about the places of a flow when a user enters it.
#[derive(Default)]
pub(crate) struct PlanCache(Mutex<HashMap<Key, Kept>>);

struct Kept {
    judged: Judged,
    until: Timestamp,
    stamp: Stamp,
}

impl PlanCache {
    /// What is known for that user, unless a binding or a membership has changed since.
    pub(crate) fn get(&self, flow: Uuid, user: Option<i64>, stamp: Stamp, now: Timestamp) -> Option<Judged> {
        let kept = self.lock();
        kept.get(&(flow, user)).filter(|kept| kept.until > now && kept.stamp == stamp).map(|kept| kept.judged.clone())
    }

    /// Keeps them.
    pub(crate) fn put(&self, flow: Uuid, user: Option<i64>, stamp: Stamp, now: Timestamp, judged: Judged) {
        let mut kept = self.lock();
        if kept.len() >= CAPACITY {
            kept.clear();
        }
        let until = now.checked_add(LIFETIME).unwrap_or(now);
        kept.insert((flow, user), Kept { judged, until, stamp });
    }

    /// How many results are kept, in all or for one flow.
    pub(crate) fn count(&self, flow: Option<Uuid>, now: Timestamp) -> usize {
        self.lock().iter().filter(|((of, _), kept)| flow.is_none_or(|flow| *of == flow) && kept.until > now).count()
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_kept_for_its_user_until_it_is_old_or_bindings_change() {
        let (cache, flow, now) = (PlanCache::default(), Uuid::from_u128(1), Timestamp::UNIX_EPOCH);
        let judged = Judged { omitted: vec![Uuid::from_u128(2)], taken: Vec::new() };
        cache.put(flow, Some(1), [7; 4], now, judged.clone());
        assert_eq!(cache.get(flow, Some(1), [7; 4], now), Some(judged));
        assert_eq!(cache.get(flow, None, [7; 4], now), None);
        assert_eq!(cache.get(flow, Some(1), [8; 4], now), None);
        assert_eq!(cache.get(flow, Some(1), [7; 4], now + LIFETIME), None);
        assert_eq!((cache.count(Some(flow), now), cache.count(None, now + LIFETIME)), (1, 0));
        cache.clear();
        assert_eq!(cache.count(None, now), 0);
    }
}
