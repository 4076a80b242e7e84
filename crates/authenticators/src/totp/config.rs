//! What is kept of an authenticator app.

use vestibule_resource_derive::Resource;

use crate::Device;

/// An app that shows a new code every 30 seconds (TOTP, RFC 6238).
#[derive(Debug, Clone, Resource)]
#[resource(extends = Device, path = "authenticators/totp", model = "authentik_stages_authenticator_totp.totpdevice",
           verbose = "TOTP Device", owner = "user", order = "name", search = [name], filter = [name], display = "{name}", unbounded)]
pub struct TOTPDevice {
    /// What its user calls it. At most 64 characters.
    #[field(max = 64)]
    pub name: String,
    /// What the app and this server share (base32, RFC 4648).
    #[field(internal, kind = secret)]
    pub key: String,
    /// How many digits a code has, 6 or 8.
    #[field(internal, default = 6)]
    pub digits: i64,
}
