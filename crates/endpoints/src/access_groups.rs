//! Groups of devices that the same people may use.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource_derive::Resource;

/// Devices that share who may use them: what is bound to the group counts for each device in it.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PolicyBindingModel, path = "endpoints/device_access_groups", model = "authentik_endpoints.deviceaccessgroup",
    key_as = "pbm_uuid", verbose = "Device access group", plural = "Device access groups", display = "{name}", order = "name",
    search = [pbm_uuid, name], filter = [name, pbm_uuid], without = [policy_engine_mode]
)]
pub struct DeviceAccessGroup {
    /// Identifier that names the group for ever, also as a target that policies, groups and users are bound to.
    #[field(read_only, default = uuid)]
    pub pbm_uuid: Uuid,
    /// Name, which no other access group has.
    #[field(unique = "plain")]
    pub name: String,
    /// Values of the organisation's own, by name.
    pub attributes: Map<String, Json>,
}
