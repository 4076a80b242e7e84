//! Asks for a password.

mod config;
mod limit;
mod stage;
mod verify;

use vestibule_engine::Endpoint;
use vestibule_flow::{Setting, StageHooks, ask};
use vestibule_resource::Model as _;

use crate::StageType;

pub use config::{Backend, PasswordStage};
pub use stage::PasswordChallenge;
pub(crate) use verify::{Attempt, verify};

pub(crate) const TYPE: StageType = StageType {
    kind: ask::<PasswordStage>().with_setting(Setting { component: "ak-user-settings-password", title: "Password" }),
    resources: &[PasswordStage::RESOURCE],
    endpoints: || vec![Endpoint::new(PasswordStage::RESOURCE).hooks(&StageHooks::PLAIN)],
    schemas: include_str!("schemas.json"),
};
