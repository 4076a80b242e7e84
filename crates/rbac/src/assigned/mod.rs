//! Which roles hold permissions of a kind of object, and giving them to a role or taking them away.

mod asked;
mod change;
mod list;

use vestibule_engine::{Need, Schema, Standalone};

/// The list, giving and taking.
pub(crate) const OPERATIONS: &[Standalone] = &[
    Standalone {
        path: "rbac/permissions/assigned_by_roles",
        method: "GET",
        id: "rbac_permissions_assigned_by_roles_list",
        tag: "rbac",
        need: Need::Login,
        schema: Schema { params: include_str!("list.json"), ..Schema::answers("PaginatedRoleAssignedObjectPermissionList") },
        negotiates: false,
        run: |cx, _, _| Box::pin(list::list(cx)),
    },
    Standalone {
        path: "rbac/permissions/assigned_by_roles/{uuid}/assign",
        method: "POST",
        id: "rbac_permissions_assigned_by_roles_assign",
        tag: "rbac",
        need: Need::Login,
        schema: Schema { request: "PermissionAssignRequest", params: ROLE, ..Schema::answers("PermissionAssignResult[]") },
        negotiates: false,
        run: |cx, _, body| Box::pin(change::assign(cx, body)),
    },
    Standalone {
        path: "rbac/permissions/assigned_by_roles/{uuid}/unassign",
        method: "PATCH",
        id: "rbac_permissions_assigned_by_roles_unassign_partial_update",
        tag: "rbac",
        need: Need::Login,
        schema: Schema { params: ROLE, ..Schema::takes("PatchedPermissionAssignRequest") },
        negotiates: false,
        run: |cx, _, body| Box::pin(change::unassign(cx, body)),
    },
];

const ROLE: &str = r#"[{"in": "path", "name": "uuid", "schema": {"type": "string", "format": "uuid"}, "required": true}]"#;
