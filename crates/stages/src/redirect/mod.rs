//! Leads out of a flow.

mod config;
mod hooks;
mod stage;

use vestibule_flow::act;

use crate::StageType;

pub use config::{RedirectMode, RedirectStage};

pub(crate) const TYPE: StageType = StageType::new(act::<RedirectStage>()).hooks(&hooks::RedirectHooks);
