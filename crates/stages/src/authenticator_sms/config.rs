//! Setting up a phone number as a second factor.

use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource_derive::{Choices, Resource};

/// Through whom text messages are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "ProviderEnum")]
pub enum Provider {
    /// Through Twilio.
    Twilio,
    /// Through an HTTP service of one's own.
    Generic,
}

/// How the HTTP service is told who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "AuthTypeEnum")]
pub enum AuthType {
    /// With a user name and a password (RFC 7617).
    Basic,
    /// With a token (RFC 6750).
    Bearer,
}

/// Takes a phone number of the user whom the flow is about as a place where codes can be sent, once they have shown that messages
/// to it reach them.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/authenticator/sms", model = "authentik_stages_authenticator_sms.authenticatorsmsstage",
           form = "ak-stage-authenticator-sms-form", verbose = "SMS Authenticator Setup Stage", order = "name", search = [name],
           filter = [name, stage_uuid, configure_flow, friendly_name, provider, from_number, account_sid, auth, auth_password, auth_type,
                     verify_only, mapping])]
pub struct AuthenticatorSMSStage {
    /// The flow in which users set up the device by themselves; they are not offered it when null.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub configure_flow: Option<Uuid>,
    /// What users call this kind of device; the stage's name when empty.
    #[field(blank)]
    pub friendly_name: String,
    /// Through whom messages are sent.
    #[field(required)]
    pub provider: Provider,
    /// Number that messages come from, `+15550100`.
    pub from_number: String,
    /// Account at Twilio; the address of the service when it is one of one's own.
    pub account_sid: String,
    /// Token of the account at Twilio; the user name or token for a service of one's own.
    #[field(write_only, kind = secret)]
    pub auth: String,
    /// Password for a service of one's own, where a user name goes with one.
    #[field(write_only, kind = secret, blank)]
    pub auth_password: String,
    /// How a service of one's own is told who calls.
    #[field(default = "basic")]
    pub auth_type: AuthType,
    /// Only check that the number is the user's and keep a digest of it; such a device cannot be used to log in.
    #[field(default = false)]
    pub verify_only: bool,
    /// What is sent to a service of one's own; sender, recipient, code and text when null.
    #[field(to = "authentik_events.notificationwebhookmapping", on_delete = set_null)]
    pub mapping: Option<Uuid>,
}
