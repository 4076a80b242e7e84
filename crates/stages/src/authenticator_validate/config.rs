//! Proving who one is with a device.

use vestibule_flow::Stage;
use vestibule_resource::{Links, Nest};
use vestibule_resource_derive::{Choices, Resource};

use crate::authenticator_webauthn::{UserVerification, WebAuthnHint};

/// What happens to users who have no device that would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "NotConfiguredActionEnum")]
pub enum NotConfiguredAction {
    /// They go on without.
    Skip,
    /// They are turned away.
    Deny,
    /// They set one up.
    Configure,
}

/// A kind of device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "DeviceClassesEnum")]
pub enum DeviceClass {
    /// Codes on paper.
    #[choice(label = "Static")]
    Static,
    /// An authenticator app.
    #[choice(label = "TOTP")]
    Totp,
    /// A passkey or security key.
    #[choice(label = "WebAuthn")]
    Webauthn,
    /// The Duo app.
    #[choice(label = "Duo")]
    Duo,
    /// A phone number.
    #[choice(label = "SMS")]
    Sms,
    /// An e-mail address.
    #[choice(label = "Email")]
    Email,
}

/// Asks the user whom the flow is about to prove who they are with one of their devices.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/authenticator/validate",
           model = "authentik_stages_authenticator_validate.authenticatorvalidatestage", form = "ak-stage-authenticator-validate-form",
           verbose = "Authenticator Validation Stage", order = "name", search = [name],
           filter = [name, not_configured_action, configuration_stages])]
pub struct AuthenticatorValidateStage {
    /// What happens to users who have none of the devices asked for.
    #[field(default = "skip")]
    pub not_configured_action: NotConfiguredAction,
    /// Kinds of device that are taken.
    #[field(default = json(r#"["static", "totp", "webauthn", "duo", "sms", "email"]"#))]
    pub device_classes: Vec<DeviceClass>,
    /// Stages in which users without a device set one up; who has the choice is asked. Needed when they are told to.
    #[field(
        blank,
        links(
            to = "authentik_flows.stage",
            table = "authenticator_validate_stage_configuration_stages",
            mine = "authenticatorvalidatestage",
            theirs = "stage"
        )
    )]
    pub configuration_stages: Links,
    /// Do not ask again in a browser in which a device was used so recently; `seconds=0` means to ask always.
    #[field(kind = duration, default = "seconds=0")]
    pub last_auth_threshold: String,
    /// Whether a passkey must check a fingerprint or PIN (user verification, WebAuthn Level 3).
    #[field(default = "preferred")]
    pub webauthn_user_verification: UserVerification,
    /// Which kinds of passkey the browser offers first.
    #[field(blank)]
    pub webauthn_hints: Vec<WebAuthnHint>,
    /// Models of passkey that are taken; all when there are none.
    #[field(
        blank,
        links(
            to = "authentik_stages_authenticator_webauthn.webauthndevicetype",
            table = "authenticator_validate_stage_webauthn_allowed_device_types",
            mine = "authenticatorvalidatestage",
            theirs = "webauthndevicetype"
        )
    )]
    pub webauthn_allowed_device_types: Links,
    /// Those models, shown.
    #[field(nest(
        to = "authentik_stages_authenticator_webauthn.webauthndevicetype",
        table = "authenticator_validate_stage_webauthn_allowed_device_types",
        mine = "authenticatorvalidatestage",
        theirs = "webauthndevicetype"
    ))]
    pub webauthn_allowed_device_types_obj: Nest,
    /// Seconds that an e-mail address waits after a wrong code; twice as long after each further one. 0 means not at all.
    #[field(default = 1.0)]
    pub email_otp_throttling_factor: f64,
    /// The same for a phone number.
    #[field(default = 1.0)]
    pub sms_otp_throttling_factor: f64,
    /// The same for an authenticator app.
    #[field(default = 1.0)]
    pub totp_otp_throttling_factor: f64,
    /// The same for codes on paper.
    #[field(default = 1.0)]
    pub static_otp_throttling_factor: f64,
}
