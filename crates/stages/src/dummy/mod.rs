//! Does nothing.

mod config;
mod stage;

use vestibule_engine::Endpoint;
use vestibule_flow::{StageHooks, ask};
use vestibule_resource::Model as _;

use crate::StageType;

pub use config::DummyStage;
pub use stage::{DummyChallenge, NothingProved};

pub(crate) const TYPE: StageType = StageType {
    kind: ask::<DummyStage>(),
    resources: &[DummyStage::RESOURCE],
    endpoints: || vec![Endpoint::new(DummyStage::RESOURCE).hooks(&StageHooks::PLAIN)],
    schemas: include_str!("schemas.json"),
};
