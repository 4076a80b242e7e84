//! Recognising the device that a visitor sits at.

use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource::Nest;
use vestibule_resource_derive::{Choices, Resource};

/// Whether something must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "StageModeEnum")]
pub enum StageMode {
    /// Who has none goes on.
    Optional,
    /// Who has none is turned away.
    Required,
}

/// Has a connector find out on which of the organisation's devices the visitor is.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/endpoints", model = "authentik_endpoints.endpointstage", form = "ak-endpoints-stage-form",
           order = "name", search = [name], filter = [name])]
pub struct EndpointStage {
    /// The connector.
    #[field(to = "authentik_endpoints.connector", on_delete = cascade)]
    pub connector: Uuid,
    /// The connector, shown.
    #[field(nest(of = "connector", to = "authentik_endpoints.connector"))]
    pub connector_obj: Nest,
    /// Whether the visitor must be on a known device.
    #[field(default = "optional")]
    pub mode: StageMode,
}
