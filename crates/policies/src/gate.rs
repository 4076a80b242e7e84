//! A target of policies, and how it is asked about.

use std::sync::Arc;

use uuid::Uuid;
use vestibule_resource::{Error, Model as _, Record, Result};

use crate::{PolicyBindingModel, PolicyEngineMode};

/// A target of policies, and how it is asked about.
#[derive(Debug, Clone)]
pub struct Gate {
    /// Its key as a target.
    pub key: Uuid,
    /// The target itself.
    pub row: Arc<Record>,
    /// How results are combined.
    pub mode: PolicyEngineMode,
    /// Whether everybody passes where nothing is bound.
    pub open: bool,
    /// Whether verdicts that were given a while ago count.
    pub remembers: bool,
}

impl Gate {
    /// The target that this row is: open where nothing is bound, and asked afresh. One whose mode cannot be read asks for all.
    ///
    /// # Errors
    /// `Internal` when the row is of nothing that policies can be bound to.
    pub fn of(row: Arc<Record>) -> Result<Self> {
        let key = row.key_as_known_by(PolicyBindingModel::RESOURCE.model).as_uuid();
        let key = key.ok_or_else(|| Error::internal(format!("{} has no key as a target of policies", row.resource.model)))?;
        let mode = row.column("policy_engine_mode").unwrap_or(PolicyEngineMode::All);
        Ok(Gate { key, row, mode, open: true, remembers: false })
    }

    /// Where nothing is bound, everybody passes or nobody.
    #[must_use]
    pub fn open(self, open: bool) -> Self {
        Gate { open, ..self }
    }

    /// Verdicts that were given a while ago count.
    #[must_use]
    pub fn remembering(self) -> Self {
        Gate { remembers: true, ..self }
    }
}
