//! What one area of the server contributes to the API.

use vestibule_resource::Resource;

use crate::{Endpoint, Standalone};

/// One area (users, stages, providers …), as it registers itself.
pub struct Area {
    /// Its resources, each with what is served of it; those without a collection too.
    pub endpoints: Vec<Endpoint>,
    /// Operations that belong to no resource.
    pub standalone: Vec<Standalone>,
    /// OpenAPI components that no descriptor gives: texts of JSON objects, component name to schema.
    pub schemas: &'static [&'static str],
}

impl Area {
    /// The resources of the area.
    pub fn resources(&self) -> Vec<&'static Resource> {
        self.endpoints.iter().filter(|endpoint| !endpoint.second).map(|endpoint| endpoint.resource).collect()
    }
}
