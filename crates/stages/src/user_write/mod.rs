//! Writes users.

mod apply;
mod config;
mod stage;
mod target;
mod write;

use vestibule_engine::Endpoint;
use vestibule_flow::{StageHooks, act};
use vestibule_resource::Model as _;

use crate::StageType;

pub(crate) use apply::attribute_path;
pub use config::{UserCreationMode, UserWriteStage};

pub(crate) const TYPE: StageType = StageType {
    kind: act::<UserWriteStage>(),
    resources: &[UserWriteStage::RESOURCE],
    endpoints: || vec![Endpoint::new(UserWriteStage::RESOURCE).hooks(&StageHooks::PLAIN)],
    schemas: "{}",
};
