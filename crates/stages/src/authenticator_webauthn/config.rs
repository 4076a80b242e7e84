//! Setting up a passkey or security key.

use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource::{Links, Nest};
use vestibule_resource_derive::{Choices, Resource};

/// How much is asked of a passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "UserVerificationEnum")]
pub enum UserVerification {
    /// It must do it.
    Required,
    /// It does it when it can.
    Preferred,
    /// It should not do it.
    Discouraged,
}

/// Where a passkey lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "AuthenticatorAttachmentEnum")]
pub enum AuthenticatorAttachment {
    /// In the device that the browser runs on.
    Platform,
    /// In something that is plugged in or held near, and works with several devices.
    #[choice(value = "cross-platform")]
    CrossPlatform,
}

/// Which kinds of passkey a browser offers first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "WebAuthnHintEnum")]
pub enum WebAuthnHint {
    /// A security key.
    #[choice(value = "security-key")]
    SecurityKey,
    /// The device that the browser runs on.
    #[choice(value = "client-device")]
    ClientDevice,
    /// A phone.
    Hybrid,
}

/// Registers a passkey or security key of the user whom the flow is about (WebAuthn Level 3).
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/authenticator/webauthn",
           model = "authentik_stages_authenticator_webauthn.authenticatorwebauthnstage", form = "ak-stage-authenticator-webauthn-form",
           verbose = "WebAuthn Authenticator Setup Stage", order = "name", search = [name],
           filter = [name, configure_flow, user_verification, authenticator_attachment, resident_key_requirement, device_type_restrictions,
                     max_attempts])]
pub struct AuthenticatorWebAuthnStage {
    /// The flow in which users set up the device by themselves; they are not offered it when null.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub configure_flow: Option<Uuid>,
    /// What users call this kind of device; the stage's name when empty.
    #[field(blank)]
    pub friendly_name: String,
    /// Whether the passkey must check a fingerprint or PIN.
    #[field(default = "preferred")]
    pub user_verification: UserVerification,
    /// Where the passkey must live; anywhere when null.
    pub authenticator_attachment: Option<AuthenticatorAttachment>,
    /// Whether the passkey must keep the key itself, so that it can be used without a user name.
    #[field(default = "preferred")]
    pub resident_key_requirement: UserVerification,
    /// Which kinds of passkey the browser offers first.
    #[field(blank)]
    pub hints: Vec<WebAuthnHint>,
    /// Models of passkey that are taken; all when there are none. The model with nothing but zeros stands for all unknown ones.
    #[field(
        blank,
        links(
            to = "authentik_stages_authenticator_webauthn.webauthndevicetype",
            table = "authenticator_web_authn_stage_device_type_restrictions",
            mine = "authenticatorwebauthnstage",
            theirs = "webauthndevicetype"
        )
    )]
    pub device_type_restrictions: Links,
    /// Those models, shown.
    #[field(nest(
        to = "authentik_stages_authenticator_webauthn.webauthndevicetype",
        table = "authenticator_web_authn_stage_device_type_restrictions",
        mine = "authenticatorwebauthnstage",
        theirs = "webauthndevicetype"
    ))]
    pub device_type_restrictions_obj: Nest,
    /// How often somebody may try before the flow ends; 0 means as often as they like.
    #[field(min = 0, max = 2147483647, default = 0)]
    pub max_attempts: i64,
}
