//! Ends an account.

mod config;
mod stage;

use vestibule_engine::Endpoint;
use vestibule_flow::{StageHooks, act};
use vestibule_resource::Model as _;

use crate::StageType;

pub use config::UserDeleteStage;

pub(crate) const TYPE: StageType = StageType {
    kind: act::<UserDeleteStage>(),
    resources: &[UserDeleteStage::RESOURCE],
    endpoints: || vec![Endpoint::new(UserDeleteStage::RESOURCE).hooks(&StageHooks::PLAIN)],
    schemas: "{}",
};
