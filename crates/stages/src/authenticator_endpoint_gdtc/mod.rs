//! Asks Google whether a device is known.

mod config;

use vestibule_resource::Model as _;

use crate::{StageType, unavailable::unavailable};

pub use config::AuthenticatorEndpointGDTCStage;

pub(crate) const TYPE: StageType = StageType::new(unavailable(AuthenticatorEndpointGDTCStage::RESOURCE));
