//! Asks who the visitor is.

mod config;
mod hint;
mod hooks;
mod judge;
mod stage;

use vestibule_engine::Endpoint;
use vestibule_flow::{StageHooks, ask};
use vestibule_resource::Model as _;

use crate::StageType;

pub use config::{IdentificationStage, UserField};
pub use judge::Identified;
pub use stage::IdentificationChallenge;

pub(crate) const TYPE: StageType = StageType {
    kind: ask::<IdentificationStage>(),
    resources: &[IdentificationStage::RESOURCE],
    endpoints: || vec![Endpoint::new(IdentificationStage::RESOURCE).hooks(&const { StageHooks::with(&hooks::IdentificationHooks) })],
    schemas: include_str!("schemas.json"),
};
