//! A way out of a flow: to an address, or into another flow.

use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource_derive::{Choices, Resource};

/// Where a redirect stage leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "RedirectStageModeEnum")]
pub enum RedirectMode {
    /// To a fixed address.
    Static,
    /// Into another flow.
    Flow,
}

/// Sends the visitor to an address, or on into another flow.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/redirect", model = "authentik_stages_redirect.redirectstage",
           form = "ak-stage-redirect-form", order = "name", search = [name], filter = [name])]
pub struct RedirectStage {
    /// Take along what this flow has gathered when going on into another flow.
    #[field(default = true)]
    pub keep_context: bool,
    /// To an address, or into a flow.
    #[field(required)]
    pub mode: RedirectMode,
    /// The address, in static mode.
    #[field(blank)]
    pub target_static: String,
    /// The flow, in flow mode.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub target_flow: Option<Uuid>,
}
