//! What initial permissions are.

use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

/// Permissions that a role gets on every object that somebody with that role makes.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_rbac.initialpermissions", path = "rbac/initial_permissions", key = "id", verbose = "Initial Permissions",
    plural = "Initial Permissions", order = "name", search = [name], filter = [name], display = "Initial Permissions {name}"
)]
pub struct InitialPermissions {
    /// Number that names the row for ever.
    #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
    pub id: i64,
    /// Name, which no others have. At most 150 characters.
    #[field(unique, max = 150)]
    pub name: String,
    /// Role that gets the permissions on what its holders make.
    #[field(to = "authentik_rbac.role", on_delete = cascade)]
    pub role: Uuid,
    /// Numbers of the permissions; those that are not about the kind of object that was made do nothing for it.
    #[field(default = json("[]"))]
    pub permissions: Json,
    /// Those permissions, shown.
    #[field(component_list = "Permission")]
    pub permissions_obj: Computed<Json>,
}
