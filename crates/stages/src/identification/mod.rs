//! Asks who the visitor is.

mod config;
mod hint;
mod hooks;
mod judge;
mod stage;

use vestibule_flow::ask;

use crate::StageType;

pub use config::{IdentificationStage, UserField};
pub use judge::Identified;
pub use stage::IdentificationChallenge;

pub(crate) const TYPE: StageType =
    StageType::new(ask::<IdentificationStage>()).hooks(&hooks::IdentificationHooks).schemas(include_str!("schemas.json"));
