//! Asks for a password.

mod config;
mod limit;
mod stage;
mod verify;

use vestibule_flow::{Setting, ask};

use crate::StageType;

pub use config::{Backend, PasswordStage};
pub use stage::PasswordChallenge;
pub(crate) use verify::{Attempt, verify};

pub(crate) const TYPE: StageType =
    StageType::new(ask::<PasswordStage>().with_setting(Setting { component: "ak-user-settings-password", title: "Password" }))
        .schemas(include_str!("schemas.json"));
