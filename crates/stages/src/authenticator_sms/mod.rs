//! Sets phone numbers up as second factors.

mod config;

use vestibule_resource::Model as _;

use crate::{StageType, unavailable::unavailable};

pub use config::{AuthType, AuthenticatorSMSStage, Provider};

pub(crate) const TYPE: StageType = StageType::new(unavailable(AuthenticatorSMSStage::RESOURCE));
