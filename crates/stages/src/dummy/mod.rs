//! Does nothing.

mod config;
mod stage;

use vestibule_flow::ask;

use crate::StageType;

pub use config::DummyStage;
pub use stage::{DummyChallenge, NothingProved};

pub(crate) const TYPE: StageType = StageType::new(ask::<DummyStage>()).schemas(include_str!("schemas.json"));
