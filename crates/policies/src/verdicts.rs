//! Verdicts of policies, kept for a while.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;
use vestibule_core::groups::{GROUPS_OF_USER, Group, PARENTS};
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record};

use crate::{PolicyBinding, PolicyKind, PolicyRequest, PolicyResult};

/// How long a verdict is kept.
const LIFETIME: SignedDuration = SignedDuration::from_secs(300);

/// Most verdicts that are kept. Beyond that everything is forgotten, which costs each user one evaluation.
const CAPACITY: usize = 10_000;

/// Longest context, as text, under which a verdict is kept.
const LONGEST: usize = 2048;

/// Verdicts of policies, each under everything that it was given about.
#[derive(Default)]
pub(crate) struct Verdicts(Mutex<HashMap<Key, Kept>>);

/// What a verdict is about: the binding, the visitor and what was known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    binding: Uuid,
    user: i64,
    session: Option<String>,
    ip: IpAddr,
    context: String,
}

/// Numbers of commits to all that a verdict depends on, but for the user: rows of users change too often for others' verdicts.
pub(crate) type Stamp = [u64; 5];

struct Kept {
    stamp: Stamp,
    user: Arc<Record>,
    until: Timestamp,
    result: PolicyResult,
}

impl Key {
    /// The key of a verdict; `None` where none is kept: of strangers, of trials, and about more than is worth it.
    pub(crate) fn of(cx: &Context, binding: &Record, request: &PolicyRequest) -> Option<Self> {
        let (user, binding) = (request.user?, binding.key().as_uuid()?);
        if request.debug || request.http(cx).is_none() {
            return None;
        }
        let context = serde_json::to_string(&request.context).ok().filter(|context| context.len() <= LONGEST)?;
        let session = cx.session.lock().key.clone();
        Some(Key { binding, user, session, ip: cx.request.ip.to_canonical(), context })
    }

    /// Whether what was known is still the same.
    pub(crate) fn still(&self, request: &PolicyRequest) -> bool {
        serde_json::to_string(&request.context).is_ok_and(|context| context == self.context)
    }
}

/// The numbers that verdicts of this type depend on. Taken before the policy is asked: a commit meanwhile makes the verdict stale.
pub(crate) fn stamp(cx: &Context, kind: &PolicyKind) -> Stamp {
    let store = &cx.store;
    [
        store.generation(kind.resource),
        store.generation(PolicyBinding::RESOURCE),
        store.generation(Group::RESOURCE),
        store.link_generation(&GROUPS_OF_USER),
        store.link_generation(&PARENTS),
    ]
}

impl Verdicts {
    /// A verdict that was given before and still holds for this user.
    pub(crate) fn get(&self, key: &Key, stamp: Stamp, user: &Record, now: Timestamp) -> Option<PolicyResult> {
        let kept = self.lock();
        let kept = kept.get(key).filter(|kept| kept.stamp == stamp && kept.until > now)?;
        (kept.user.values() == user.values()).then(|| kept.result.clone())
    }

    /// Keeps one.
    pub(crate) fn put(&self, key: Key, stamp: Stamp, user: Arc<Record>, now: Timestamp, result: PolicyResult) {
        let mut kept = self.lock();
        if kept.len() >= CAPACITY {
            kept.clear();
        }
        let until = now.checked_add(LIFETIME).unwrap_or(now);
        kept.insert(key, Kept { stamp, user, until, result });
    }

    /// How many still hold, as far as time goes.
    pub(crate) fn count(&self, now: Timestamp) -> usize {
        self.lock().values().filter(|kept| kept.until > now).count()
    }

    /// Forgets all of them.
    pub(crate) fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
