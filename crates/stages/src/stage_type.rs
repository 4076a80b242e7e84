//! Everything that the server needs to know of one stage type.

use vestibule_engine::Endpoint;
use vestibule_flow::StageKind;
use vestibule_resource::Resource;

/// A stage type, as its folder declares it.
#[derive(Clone, Copy)]
pub struct StageType {
    /// What it does when a visitor reaches it.
    pub kind: StageKind,
    /// The resources of its folder: its settings first.
    pub resources: &'static [&'static Resource],
    /// What the API serves of it.
    pub endpoints: fn() -> Vec<Endpoint>,
    /// OpenAPI components that no descriptor gives: text of a JSON object, component name to schema.
    pub schemas: &'static str,
}
