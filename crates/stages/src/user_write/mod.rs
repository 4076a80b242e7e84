//! Writes users.

mod apply;
mod config;
mod hooks;
mod stage;
mod target;
mod write;

use vestibule_flow::act;

use crate::StageType;

pub(crate) use apply::attribute_path;
pub use config::{UserCreationMode, UserWriteStage};

pub(crate) const TYPE: StageType = StageType::new(act::<UserWriteStage>()).hooks(&hooks::UserWriteHooks);
