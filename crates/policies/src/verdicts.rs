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

use crate::{PolicyRequest, PolicyResult};

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

/// What a verdict depends on: rows, and the numbers of commits to groups and who is in them. Rows are compared by what they hold,
/// so that others of their kind may change.
pub(crate) struct Basis {
    rows: [Arc<Record>; 3],
    groups: [u64; 3],
}

struct Kept {
    basis: Basis,
    until: Timestamp,
    result: PolicyResult,
}

impl Basis {
    /// What a verdict of this policy, asked through this binding about this user, depends on now. Taken before the policy is asked:
    /// a commit meanwhile makes the verdict stale.
    pub(crate) fn new(cx: &Context, policy: &Arc<Record>, binding: &Arc<Record>, user: &Arc<Record>) -> Self {
        let store = &cx.store;
        let groups = [store.generation(Group::RESOURCE), store.link_generation(&GROUPS_OF_USER), store.link_generation(&PARENTS)];
        Basis { rows: [policy, binding, user].map(Arc::clone), groups }
    }

    fn is(&self, other: &Basis) -> bool {
        let same = |(one, other): (&Arc<Record>, &Arc<Record>)| Arc::ptr_eq(one, other) || one.values() == other.values();
        self.groups == other.groups && self.rows.iter().zip(&other.rows).all(same)
    }
}

impl Key {
    /// The key of a verdict; `None` where none is kept: of strangers, of trials, and about more than is worth it.
    pub(crate) fn of(cx: &Context, binding: &Record, request: &PolicyRequest) -> Option<Self> {
        let (user, binding) = (request.user?, binding.key().as_uuid()?);
        if request.debug || !request.has_visitor() {
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

impl Verdicts {
    /// A verdict that was given before and still holds.
    pub(crate) fn get(&self, key: &Key, basis: &Basis, now: Timestamp) -> Option<PolicyResult> {
        let kept = self.lock();
        kept.get(key).filter(|kept| kept.until > now && kept.basis.is(basis)).map(|kept| kept.result.clone())
    }

    /// Keeps one.
    pub(crate) fn put(&self, key: Key, basis: Basis, now: Timestamp, result: PolicyResult) {
        let mut kept = self.lock();
        if kept.len() >= CAPACITY {
            kept.clear();
        }
        let until = now.checked_add(LIFETIME).unwrap_or(now);
        kept.insert(key, Kept { basis, until, result });
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
