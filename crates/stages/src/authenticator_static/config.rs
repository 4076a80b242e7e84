//! Setting up codes on paper as a second factor.

use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource_derive::Resource;

/// Gives the user whom the flow is about a list of codes, each of which is good for one login. They are for the day on which every
/// other device is lost.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/authenticator/static", model = "authentik_stages_authenticator_static.authenticatorstaticstage",
           form = "ak-stage-authenticator-static-form", verbose = "Static Authenticator Setup Stage", order = "name", search = [name],
           filter = [name, stage_uuid, configure_flow, friendly_name, token_count, token_length])]
pub struct AuthenticatorStaticStage {
    /// The flow in which users set up the device by themselves; they are not offered it when null.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub configure_flow: Option<Uuid>,
    /// What users call this kind of device; the stage's name when empty.
    #[field(blank)]
    pub friendly_name: String,
    /// How many codes there are.
    #[field(min = 0, max = 2147483647, default = 6)]
    pub token_count: i64,
    /// How many letters and digits a code has, at most 100.
    #[field(min = 0, max = 100, default = 12)]
    pub token_length: i64,
}
