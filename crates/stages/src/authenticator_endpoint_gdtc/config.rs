//! Recognising devices that Chrome vouches for.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource_derive::Resource;

/// Asks Google's Device Trust Connector whether the visitor's browser runs on a device that the organisation manages. A connector
/// for endpoint devices does the same, and new installations use that.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/authenticator/endpoint_gdtc",
           model = "authentik_stages_authenticator_endpoint_gdtc.authenticatorendpointgdtcstage",
           form = "ak-stage-authenticator-endpoint-gdtc-form", verbose = "Endpoint Authenticator Google Device Trust Connector Stage",
           order = "name", search = [name], filter = [name, configure_flow])]
pub struct AuthenticatorEndpointGDTCStage {
    /// The flow in which users set up the device by themselves; they are not offered it when null.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub configure_flow: Option<Uuid>,
    /// What users call this kind of device; the stage's name when empty.
    #[field(blank)]
    pub friendly_name: String,
    /// Key file of the Google service account that asks, as the JSON object that Google hands out.
    #[field(required)]
    pub credentials: Map<String, Json>,
}
