//! Turns visitors away.

mod config;
mod stage;

use vestibule_engine::Endpoint;
use vestibule_flow::{StageHooks, act};
use vestibule_resource::Model as _;

use crate::StageType;

pub use config::DenyStage;

pub(crate) const TYPE: StageType = StageType {
    kind: act::<DenyStage>(),
    resources: &[DenyStage::RESOURCE],
    endpoints: || vec![Endpoint::new(DenyStage::RESOURCE).hooks(&StageHooks::PLAIN)],
    schemas: "{}",
};
