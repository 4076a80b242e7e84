//! Setting up an authenticator app as a second factor.

use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource_derive::{Choices, Resource};

/// Length of the codes that an app shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "DigitsEnum")]
pub enum Digits {
    /// Six digits: every app can show them.
    #[choice(value = "6", label = "6 digits, widely compatible")]
    Six,
    /// Eight digits: not every app can show them.
    #[choice(value = "8", label = "8 digits, not compatible with every app")]
    Eight,
}

/// Lets the user whom the flow is about scan a picture with an app that then shows a new code every 30 seconds (TOTP, RFC 6238).
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/authenticator/totp", model = "authentik_stages_authenticator_totp.authenticatortotpstage",
           form = "ak-stage-authenticator-totp-form", verbose = "TOTP Authenticator Setup Stage", order = "name", search = [name],
           filter = [name, stage_uuid, configure_flow, friendly_name, digits])]
pub struct AuthenticatorTOTPStage {
    /// The flow in which users set up the device by themselves; they are not offered it when null.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub configure_flow: Option<Uuid>,
    /// What users call this kind of device; the stage's name when empty.
    #[field(blank)]
    pub friendly_name: String,
    /// How many digits a code has.
    #[field(required)]
    pub digits: Digits,
}
