//! Setting up the Duo app as a second factor.

use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource_derive::Resource;

/// Enrols the phone of the user whom the flow is about with Duo, so that a login can be confirmed there.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/authenticator/duo", model = "authentik_stages_authenticator_duo.authenticatorduostage",
           form = "ak-stage-authenticator-duo-form", verbose = "Duo Authenticator Setup Stage", order = "name", search = [name],
           filter = [name, configure_flow, client_id, api_hostname])]
pub struct AuthenticatorDuoStage {
    /// The flow in which users set up the device by themselves; they are not offered it when null.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub configure_flow: Option<Uuid>,
    /// What users call this kind of device; the stage's name when empty.
    #[field(blank)]
    pub friendly_name: String,
    /// Integration key of the Auth API application at Duo.
    pub client_id: String,
    /// Secret key of that application.
    #[field(write_only, kind = secret)]
    pub client_secret: String,
    /// Host that Duo gave the organisation, `api-xxxxxxxx.duosecurity.com`.
    pub api_hostname: String,
    /// Integration key of the Admin API application, which is only needed to import devices. May be empty.
    #[field(blank)]
    pub admin_integration_key: String,
    /// Secret key of the Admin API application.
    #[field(write_only, kind = secret, blank)]
    pub admin_secret_key: String,
}
