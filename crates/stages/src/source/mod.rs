//! Goes through another identity provider.

mod config;

use vestibule_resource::Model as _;

use crate::{StageType, unavailable::unavailable};

pub use config::{ResumeOnMatchFailure, SourceStage};

pub(crate) const TYPE: StageType = StageType::new(unavailable(SourceStage::RESOURCE));
