//! Counters of change: whoever remembers one knows when what they remember is stale.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use hashbrown::HashMap;
use vestibule_resource::Resource;

use crate::{schema::Schema, touch::Touch};

/// A counter per table, and one per part of a table that a cached count may depend on. Every request asks for some, and their names
/// are ours, so they stand in tables that are quick rather than safe from strangers' names.
#[derive(Debug)]
pub(crate) struct Generations {
    tables: HashMap<&'static str, Counter>,
    parts: Mutex<HashMap<Touch, u64>>,
    /// Counts the times when anything may have changed.
    epoch: AtomicU64,
    /// Counts everything.
    all: AtomicU64,
}

#[derive(Debug)]
struct Counter {
    commits: AtomicU64,
    base: Option<&'static str>,
}

impl Generations {
    pub(crate) fn new(schema: &Schema) -> Self {
        let counter = |base| Counter { commits: AtomicU64::new(0), base };
        let tables = schema.tables.iter().map(|table| (table.name, counter(table.base.map(|base| base.table)))).collect();
        Generations { tables, parts: Mutex::default(), epoch: AtomicU64::new(0), all: AtomicU64::new(0) }
    }

    /// Says that these parts have changed. A changed row changes its base row too, for those who see the object through its base.
    pub(crate) fn bump(&self, touches: &[Touch]) {
        let mut parts = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
        for touch in touches {
            *parts.entry(*touch).or_default() += 1;
            let mut next = Some(touch.table());
            while let Some(counter) = next.and_then(|table| self.tables.get(table)) {
                counter.commits.fetch_add(1, Ordering::SeqCst);
                next = counter.base;
            }
        }
        // Last: who sees this number sees the others.
        self.all.fetch_add(1, Ordering::SeqCst);
    }

    /// Says that anything may have changed.
    pub(crate) fn bump_all(&self) {
        self.epoch.fetch_add(1, Ordering::SeqCst);
        self.all.fetch_add(1, Ordering::SeqCst);
    }

    /// Changes with every commit.
    pub(crate) fn of_all(&self) -> u64 {
        self.all.load(Ordering::SeqCst)
    }

    /// Changes with every commit that touched the table.
    pub(crate) fn of_table(&self, table: &str) -> u64 {
        self.tables.get(table).map_or(0, |counter| counter.commits.load(Ordering::SeqCst)) + self.epoch.load(Ordering::SeqCst)
    }

    /// Changes with every commit that touched rows of the resource, in its own table or those of its bases.
    pub(crate) fn of(&self, resource: &Resource) -> u64 {
        self.of_table(resource.table) + resource.bases().map(|base| self.of_table(base.table)).sum::<u64>()
    }

    /// Changes with every change of one of these parts.
    pub(crate) fn of_parts(&self, parts: &[Touch]) -> u64 {
        let counters = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
        parts.iter().filter_map(|part| counters.get(part)).sum::<u64>() + self.epoch.load(Ordering::SeqCst)
    }
}
