//! Leads out of a flow.

mod config;
mod hooks;
mod stage;

use vestibule_engine::Endpoint;
use vestibule_flow::{StageHooks, act};
use vestibule_resource::Model as _;

use crate::StageType;

pub use config::{RedirectMode, RedirectStage};

pub(crate) const TYPE: StageType = StageType {
    kind: act::<RedirectStage>(),
    resources: &[RedirectStage::RESOURCE],
    endpoints: || vec![Endpoint::new(RedirectStage::RESOURCE).hooks(&const { StageHooks::with(&hooks::RedirectHooks) })],
    schemas: "{}",
};
