//! Models of passkey.

use uuid::Uuid;
use vestibule_resource_derive::Resource;

/// A model of passkey or security key, as its maker registered it.
#[derive(Debug, Clone, Resource)]
#[resource(path = "stages/authenticator/webauthn_device_types", model = "authentik_stages_authenticator_webauthn.webauthndevicetype",
           key = "aaguid", key_as = "aaguid", verbose = "WebAuthn Device type", order = "description", search = [description, aaguid],
           filter = [aaguid, description, icon], display = "WebAuthn device type {description} ({aaguid})")]
pub struct WebAuthnDeviceType {
    /// Identifier that all passkeys of the model have in common (AAGUID, WebAuthn Level 3).
    pub aaguid: Uuid,
    /// Maker and model, as people know them.
    pub description: String,
    /// Picture of it as a data URI; null when there is none.
    #[field(internal)]
    pub icon: Option<String>,
}
