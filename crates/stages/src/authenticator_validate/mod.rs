//! Asks for a second factor.

mod config;
mod hooks;

use vestibule_resource::Model as _;

use crate::{StageType, unavailable::unavailable};

pub use config::{AuthenticatorValidateStage, DeviceClass, NotConfiguredAction};

pub(crate) const TYPE: StageType = StageType::new(unavailable(AuthenticatorValidateStage::RESOURCE)).hooks(&hooks::ValidateHooks);
