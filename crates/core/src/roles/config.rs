//! What a role is.

use uuid::Uuid;
use vestibule_resource_derive::Resource;

/// Permissions under one name, held by users and groups.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_rbac.role", table = "role", key = "uuid", verbose = "Role", plural = "Roles", order = "name", display = "Role {name}",
    unbounded, permissions = [assign_role_permissions, unassign_role_permissions]
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
