//! Sets authenticator apps up.

mod config;

use vestibule_resource::Model as _;

use crate::{StageType, unavailable::unavailable};

pub use config::{AuthenticatorTOTPStage, Digits};

pub(crate) const TYPE: StageType = StageType::new(unavailable(AuthenticatorTOTPStage::RESOURCE));
