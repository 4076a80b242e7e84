//! Enrols phones with Duo.

mod actions;
mod config;

use vestibule_resource::Model as _;

use crate::{StageType, unavailable::unavailable};

pub use config::AuthenticatorDuoStage;

pub(crate) use actions::ENROLLMENT_STATUS;

pub(crate) const TYPE: StageType =
    StageType::new(unavailable(AuthenticatorDuoStage::RESOURCE)).actions(actions::ACTIONS).schemas(include_str!("schemas.json"));
