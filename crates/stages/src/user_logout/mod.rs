//! Ends a session.

mod config;
mod stage;

use vestibule_flow::act;

use crate::StageType;

pub use config::UserLogoutStage;

pub(crate) const TYPE: StageType = StageType::new(act::<UserLogoutStage>());
