//! The types of policy that a server knows, and the bindings by target.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_resource::{Error, Model as _, Record, Result, Value};

use crate::{Policy, PolicyBinding, PolicyKind, denial::Pace, verdicts::Verdicts};

/// Bindings by the key of their target, in order.
type Bound = HashMap<Uuid, Vec<Arc<Record>>>;

/// The types of policy that the server was put together with. Cheap to clone.
#[derive(Clone, Default)]
pub struct Policies(Arc<Inner>);

#[derive(Default)]
struct Inner {
    kinds: Vec<&'static PolicyKind>,
    bound: Mutex<Option<(u64, Arc<Bound>)>>,
    verdicts: Verdicts,
    pace: Pace,
}

impl Policies {
    /// These types.
    pub fn new(kinds: Vec<&'static PolicyKind>) -> Self {
        Policies(Arc::new(Inner { kinds, ..Inner::default() }))
    }

    /// The type with that model label.
    pub fn kind(&self, model: &str) -> Option<&'static PolicyKind> {
        self.0.kinds.iter().copied().find(|kind| kind.resource.model == model)
    }

    /// Verdicts that are kept.
    pub(crate) fn verdicts(&self) -> &Verdicts {
        &self.0.verdicts
    }

    /// How many denials are kept.
    pub(crate) fn pace(&self) -> &Pace {
        &self.0.pace
    }

    /// Whether membership alone decides at a target, and goes on to: no policy is asked, and no binding ends by itself.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn by_membership(&self, cx: &Context, target: Uuid) -> Result<bool> {
        let bindings = self.bound_to(cx, target).await?;
        Ok(bindings.iter().all(|binding| binding.get("policy").is_null() && !binding.flag("expiring")))
    }

    /// A policy by its key: its type, and the row with its settings.
    ///
    /// # Errors
    /// `Internal` when there is no such policy or its type is unknown, and when the database fails.
    pub async fn find(&self, cx: &Context, policy: &Value) -> Result<(&'static PolicyKind, Arc<Record>)> {
        let unknown = || Error::internal(format!("the policy {policy} is of no known type"));
        let base = cx.store.rows(Policy::RESOURCE).await?;
        let kind = base.find(policy).and_then(|base| self.kind(base.text("model"))).ok_or_else(unknown)?;
        let row = cx.store.rows(kind.resource).await?.find(policy).cloned();
        Ok((kind, row.ok_or_else(unknown)?))
    }

    /// The bindings of a target, in order, the disabled ones included.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn bound_to(&self, cx: &Context, target: Uuid) -> Result<Vec<Arc<Record>>> {
        Ok(self.index(cx).await?.get(&target).cloned().unwrap_or_default())
    }

    /// The bindings of a target that count now, in order.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn live(&self, cx: &Context, target: Uuid) -> Result<Vec<Arc<Record>>> {
        let mut bindings = self.bound_to(cx, target).await?;
        if !bindings.is_empty() {
            let now = cx.store.world().now();
            let past = |binding: &Record| binding.flag("expiring") && binding.time("expires").is_some_and(|expires| expires <= now);
            bindings.retain(|binding| binding.flag("enabled") && !past(binding));
        }
        Ok(bindings)
    }

    /// All bindings by target, read again only after one has changed.
    async fn index(&self, cx: &Context) -> Result<Arc<Bound>> {
        let generation = cx.store.generation(PolicyBinding::RESOURCE);
        if let Some((known, bound)) = &*self.0.bound.lock().unwrap_or_else(PoisonError::into_inner)
            && *known == generation
        {
            return Ok(Arc::clone(bound));
        }
        let bound = Arc::new(by_target(&cx.store.rows(PolicyBinding::RESOURCE).await?.all));
        *self.0.bound.lock().unwrap_or_else(PoisonError::into_inner) = Some((generation, Arc::clone(&bound)));
        Ok(bound)
    }
}

fn by_target(rows: &[Arc<Record>]) -> Bound {
    let mut bound = Bound::new();
    for row in rows {
        if let Some(target) = row.uuid("target") {
            bound.entry(target).or_default().push(Arc::clone(row));
        }
    }
    for list in bound.values_mut() {
        list.sort_by_key(|row| (row.int("order"), row.key().as_uuid()));
    }
    bound
}
