//! Phone numbers that codes are sent to.

use uuid::Uuid;
use vestibule_resource_derive::Resource;

use crate::Device;

/// A phone number to which codes are sent.
#[derive(Debug, Clone, Resource)]
#[resource(extends = Device, path = "authenticators/sms", model = "authentik_stages_authenticator_sms.smsdevice", verbose = "SMS Device",
           owner = "user", order = "name", search = [name], filter = [name], display = "{name}", unique = [[stage, phone_number]],
           unbounded)]
pub struct SMSDevice {
    /// What its user calls it. At most 64 characters.
    #[field(max = 64)]
    pub name: String,
    /// The number, `+15550100`; `hash:` and a SHA-256 digest of it (hexadecimal) where numbers are only checked, not kept.
    #[field(read_only)]
    pub phone_number: String,
    /// The stage in which it was set up, which says how messages are sent.
    #[field(internal, to = "authentik_stages_authenticator_sms.authenticatorsmsstage", on_delete = cascade)]
    pub stage: Uuid,
}
