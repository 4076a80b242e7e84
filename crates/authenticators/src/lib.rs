//! Authenticators: the devices by which users prove who they are a second time.
//!
//! A type is a struct that continues [`Device`]. Each has two collections over the same rows: one in which users look after their
//! own, and one for administrators. How devices come about and what they prove is the business of stages.

mod device;
mod duo;
pub mod email;
mod endpoint;
mod sms;
mod static_device;
pub mod totp;
mod verify;
mod webauthn;

use vestibule_engine::Area;
use vestibule_resource::Model as _;

pub use device::{Device, DeviceUsage, add, note_step};
pub use duo::DuoDevice;
pub use email::EmailDevice;
pub use endpoint::GoogleEndpointDevice;
pub use sms::SMSDevice;
pub use static_device::{StaticDevice, StaticToken};
pub use totp::TOTPDevice;
pub use verify::{Confirmed, can_judge, verify};
pub use webauthn::WebAuthnDevice;

use device::collections;

/// What the API serves of this area.
pub fn area() -> Area {
    let mut endpoints = Vec::from(device::endpoints());
    endpoints.extend(collections(DuoDevice::RESOURCE, "authenticators/admin/duo"));
    endpoints.extend(collections(EmailDevice::RESOURCE, "authenticators/admin/email"));
    endpoints.extend(endpoint::endpoints());
    endpoints.extend(collections(SMSDevice::RESOURCE, "authenticators/admin/sms"));
    endpoints.extend(static_device::endpoints());
    endpoints.extend(collections(TOTPDevice::RESOURCE, "authenticators/admin/totp"));
    endpoints.extend(collections(WebAuthnDevice::RESOURCE, "authenticators/admin/webauthn"));
    Area { endpoints, standalone: device::OPERATIONS.to_vec(), schemas: &[include_str!("schemas.json")] }
}
