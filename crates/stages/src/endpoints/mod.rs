//! Recognises devices.

mod config;

use vestibule_resource::Model as _;

use crate::{StageType, unavailable::unavailable};

pub use config::{EndpointStage, StageMode};

pub(crate) const TYPE: StageType = StageType::new(unavailable(EndpointStage::RESOURCE));
