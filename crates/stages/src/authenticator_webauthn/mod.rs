//! Registers passkeys and security keys.

mod config;
mod device_type;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

use crate::{StageType, unavailable::unavailable};

pub use config::{AuthenticatorAttachment, AuthenticatorWebAuthnStage, UserVerification, WebAuthnHint};
pub use device_type::WebAuthnDeviceType;

pub(crate) const TYPE: StageType = StageType::new(unavailable(AuthenticatorWebAuthnStage::RESOURCE))
    .others(|| vec![Endpoint::new(WebAuthnDeviceType::RESOURCE).operations(Operations::READ)]);
