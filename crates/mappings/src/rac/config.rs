//! What a mapping of a provider of remote access is.

use serde_json::{Map, Value as Json};
use vestibule_resource_derive::Resource;

use crate::PropertyMapping;

/// Makes settings of a remote connection. The expression knows the `user`, the `provider` and the `endpoint`; without one, the fixed
/// settings stand alone.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PropertyMapping, model = "authentik_providers_rac.racpropertymapping", path = "propertymappings/provider/rac",
    table = "rac_property_mapping", form = "ak-property-mapping-provider-rac-form",
    verbose = "RAC Provider Property Mapping", plural = "RAC Provider Property Mappings", order = "name", search = [name],
    filter = ["managed: managed in", name]
)]
pub struct RACPropertyMapping {
    /// Settings of the connection that are always the same, by the names that Guacamole gives them.
    #[field(required)]
    pub static_settings: Map<String, Json>,
}
