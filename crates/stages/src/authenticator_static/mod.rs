//! Hands out codes on paper.

mod config;

use vestibule_resource::Model as _;

use crate::{StageType, unavailable::unavailable};

pub use config::AuthenticatorStaticStage;

pub(crate) const TYPE: StageType = StageType::new(unavailable(AuthenticatorStaticStage::RESOURCE));
