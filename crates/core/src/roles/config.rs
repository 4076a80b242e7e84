//! What a role is, and what it holds.

use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

/// Permissions under one name, held by users and groups.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_rbac.role", table = "role", path = "rbac/roles", key = "uuid", verbose = "Role", plural = "Roles", order = "name",
    search = [name], filter = ["managed: managed in", managed__isnull, name], display = "Role {name}", unbounded,
    permissions = [assign_role_permissions, unassign_role_permissions]
)]
pub struct Role {
    /// Identifier that names the role for ever.
    #[field(read_only, default = uuid)]
    pub uuid: Uuid,
    /// Name, which no other role has.
    #[field(unique)]
    pub name: String,
    /// What this system itself calls the role, when it looks after it; null for all others.
    #[field(internal, unique)]
    pub managed: Option<String>,
}

/// A permission of a role that holds for every object of its kind.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "guardian.rolemodelpermission", table = "role_permission", key = "id", verbose = "Permission of a role",
    plural = "Permissions of roles", display = "{permission}", unique = [["role", "permission"]], unbounded
)]
pub struct RolePermission {
    /// Number that names the row for ever.
    #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
    pub id: i64,
    /// Which role holds it.
    #[field(to = "authentik_rbac.role", on_delete = cascade)]
    pub role: Uuid,
    /// The permission, with the app that it belongs to: `authentik_flows.view_flow`.
    pub permission: String,
}

/// A permission of a role that holds for one object.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "guardian.roleobjectpermission", table = "role_object_permission", path = "rbac/permissions/roles", key = "id", key_as = "id",
    verbose = "Permission of a role on an object", plural = "Permissions of roles on objects", order = ["role__name", "id"],
    filter = ["uuid: role__uuid"], display = "{permission} {object_pk}", of_object = [object_model, object_pk],
    unique = [["permission", "object_pk", "role"]], unbounded
)]
pub struct ExtraRoleObjectPermission {
    /// Number that names the row for ever.
    #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
    pub id: i64,
    /// Name of the permission within its app: `view_flow`.
    pub codename: Computed<String>,
    /// Kind of object that the permission is about, in lower case without its app: `flow`.
    pub model: Computed<String>,
    /// App that the permission belongs to: `authentik_flows`.
    pub app_label: Computed<String>,
    /// Key of the object, as text.
    pub object_pk: String,
    /// Name of the permission, as people read it.
    pub name: Computed<String>,
    /// Name of the app, as people read it.
    pub app_label_verbose: Computed<String>,
    /// Name of the kind of object, as people read it.
    pub model_verbose: Computed<String>,
    /// Name of the object, as people read it; null when it cannot be told.
    #[field(nullable)]
    pub object_description: Computed<String>,
    /// Which role holds it.
    #[field(internal, to = "authentik_rbac.role", on_delete = cascade)]
    pub role: Uuid,
    /// The permission, with the app that it belongs to: `authentik_flows.view_flow`.
    #[field(internal)]
    pub permission: String,
    /// Model label of the object: `authentik_flows.flow`.
    #[field(internal)]
    pub object_model: String,
}
