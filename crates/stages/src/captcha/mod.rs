//! Tells people from programs.

mod config;

use vestibule_resource::Model as _;

use crate::{StageType, unavailable::unavailable};

pub use config::{CaptchaStage, RequestContentType};

pub(crate) const TYPE: StageType = StageType::new(unavailable(CaptchaStage::RESOURCE));
