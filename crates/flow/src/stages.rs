//! The types of stage that a server knows, with what the executor keeps ready.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use vestibule_engine::Context;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource::{Model as _, Resource, Result};

use crate::{Flow, FlowStageBinding, Stage, StageKind, inline, plan_cache::PlanCache, snapshot::Snapshot};

/// The types of stage that the server was put together with, as a service of the [`Context`]. Cheap to clone.
#[derive(Clone)]
pub struct Stages(Arc<Inner>);

struct Inner {
    kinds: Vec<&'static StageKind>,
    snapshot: Mutex<Option<Kept>>,
    plans: PlanCache,
}

/// What was read, with the numbers of commits at that time: of all, and of those that it depends on.
struct Kept {
    commits: u64,
    generations: Vec<u64>,
    snapshot: Arc<Snapshot>,
}

impl Stages {
    /// These types, and those that exist only in plans.
    pub fn new(kinds: impl IntoIterator<Item = &'static StageKind>) -> Self {
        let kinds = kinds.into_iter().chain(inline::KINDS).collect();
        Stages(Arc::new(Inner { kinds, snapshot: Mutex::default(), plans: PlanCache::default() }))
    }

    /// The type with that model label.
    pub fn kind(&self, model: &str) -> Option<&'static StageKind> {
        self.0.kinds.iter().copied().find(|kind| kind.resource.model == model)
    }

    /// The types that an administrator can set up.
    pub fn configurable(&self) -> impl Iterator<Item = &'static StageKind> + '_ {
        self.0.kinds.iter().copied().filter(|kind| !kind.resource.path.is_empty())
    }

    /// Plans that are kept ready.
    pub(crate) fn plans(&self) -> &PlanCache {
        &self.0.plans
    }

    /// Flows, places and stages as they are now.
    pub(crate) async fn snapshot(&self, cx: &Context) -> Result<Arc<Snapshot>> {
        // Counted before reading: what is written meanwhile makes the next request read again.
        let commits = cx.store.commits();
        if let Some(snapshot) = self.kept(cx, commits) {
            return Ok(snapshot);
        }
        let generations = self.generations(cx);
        let snapshot = Arc::new(Box::pin(Snapshot::read(cx, &self.0.kinds)).await?);
        *self.lock() = Some(Kept { commits, generations, snapshot: Arc::clone(&snapshot) });
        self.0.plans.clear();
        Ok(snapshot)
    }

    /// What was read before, unless something in it has changed.
    fn kept(&self, cx: &Context, commits: u64) -> Option<Arc<Snapshot>> {
        let mut kept = self.lock();
        let kept = kept.as_mut()?;
        if kept.commits != commits {
            if kept.generations != self.generations(cx) {
                return None;
            }
            // Whatever was committed, it was something else.
            kept.commits = commits;
        }
        Some(Arc::clone(&kept.snapshot))
    }

    fn lock(&self) -> MutexGuard<'_, Option<Kept>> {
        self.0.snapshot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn generations(&self, cx: &Context) -> Vec<u64> {
        let shared: [&'static Resource; 4] = [PolicyBindingModel::RESOURCE, Flow::RESOURCE, FlowStageBinding::RESOURCE, Stage::RESOURCE];
        let own = self.configurable().map(|kind| kind.resource);
        shared.into_iter().chain(own).map(|resource| cx.store.generation(resource)).collect()
    }
}
