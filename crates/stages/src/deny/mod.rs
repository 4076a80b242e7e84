//! Turns visitors away.

mod config;
mod stage;

use vestibule_flow::act;

use crate::StageType;

pub use config::DenyStage;

pub(crate) const TYPE: StageType = StageType::new(act::<DenyStage>());
