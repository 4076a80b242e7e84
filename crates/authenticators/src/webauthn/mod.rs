//! Passkeys and security keys.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_resource_derive::Resource;

use crate::Device;

/// A passkey or security key (WebAuthn Level 3).
#[derive(Debug, Clone, Resource)]
#[resource(extends = Device, path = "authenticators/webauthn", model = "authentik_stages_authenticator_webauthn.webauthndevice",
           verbose = "WebAuthn Device", owner = "user", order = "name", search = [name], filter = [name], display = "{name}", unbounded)]
pub struct WebAuthnDevice {
    /// What its user calls it. At most 200 characters.
    #[field(max = 200)]
    pub name: String,
    /// When it was registered.
    #[field(read_only, default = now)]
    pub created_on: Timestamp,
    /// Its model; null when that is not known.
    #[field(
        to = "authentik_stages_authenticator_webauthn.webauthndevicetype",
        on_delete = set_default,
        shown = DEVICE_TYPE
    )]
    pub device_type: Option<Uuid>,
    /// Identifier of its model as the key told it (AAGUID); nothing but zeros when it told none.
    #[field(read_only, default = "00000000-0000-0000-0000-000000000000")]
    pub aaguid: String,
    /// Identifier of the key (base64url, RFC 4648).
    #[field(internal, unique)]
    pub credential_id: String,
    /// What its signatures are checked with (COSE key, base64url).
    #[field(internal)]
    pub public_key: String,
    /// How often the key has signed, as it says; a number that does not grow gives a copy away.
    #[field(internal, default = 0, kind = long, min = i64::MIN, max = i64::MAX)]
    pub sign_count: i64,
    /// Host that it was registered for. At most 253 characters.
    #[field(internal, max = 253)]
    pub rp_id: String,
}

/// A model of passkey, as it is shown with a key of that model.
static DEVICE_TYPE: vestibule_resource::View = vestibule_resource::View { name: "WebAuthnDeviceType", fields: &["aaguid", "description"] };
