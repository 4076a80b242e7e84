//! Ends an account.

mod config;
mod stage;

use vestibule_flow::act;

use crate::StageType;

pub use config::UserDeleteStage;

pub(crate) const TYPE: StageType = StageType::new(act::<UserDeleteStage>());
