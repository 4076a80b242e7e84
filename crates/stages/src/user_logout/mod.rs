//! Ends a session.

mod config;
mod stage;

use vestibule_engine::Endpoint;
use vestibule_flow::{StageHooks, act};
use vestibule_resource::Model as _;

use crate::StageType;

pub use config::UserLogoutStage;

pub(crate) const TYPE: StageType = StageType {
    kind: act::<UserLogoutStage>(),
    resources: &[UserLogoutStage::RESOURCE],
    endpoints: || vec![Endpoint::new(UserLogoutStage::RESOURCE).hooks(&StageHooks::PLAIN)],
    schemas: "{}",
};
