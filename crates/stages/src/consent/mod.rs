//! Asks for consent.

mod config;
mod stage;

use vestibule_flow::ask;

use crate::StageType;

pub use config::{ConsentMode, ConsentStage};

pub(crate) const TYPE: StageType = StageType::new(ask::<ConsentStage>());
