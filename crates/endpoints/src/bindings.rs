//! Who uses a device.

use uuid::Uuid;
use vestibule_policies::PolicyBinding;
use vestibule_resource::Nest;
use vestibule_resource_derive::Resource;

/// Ties a user, a group or a policy to a device or an access group: they may use it.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PolicyBinding, path = "endpoints/device_bindings", model = "authentik_endpoints.deviceuserbinding",
    verbose = "Device User binding", plural = "Device User bindings", order = [order, policy_binding_uuid], search = [policy__name],
    filter = [policy, policy__isnull, target, "target_in: target in", enabled, order, timeout]
)]
pub struct DeviceUserBinding {
    /// Whether the device is mainly this user's.
    #[field(default = false)]
    pub is_primary: bool,
    /// Connector that told about this binding; null when a person made it.
    #[field(read_only, to = "authentik_endpoints.connector", on_delete = cascade)]
    pub connector: Option<Uuid>,
    /// That connector.
    #[field(nest(of = connector, to = "authentik_endpoints.connector"))]
    pub connector_obj: Nest,
}
