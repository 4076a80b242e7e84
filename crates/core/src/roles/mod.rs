//! Roles: permissions under one name, what they let people do, and who may give them.

mod actions;
mod catalogue;
mod config;
pub mod grant;
mod hooks;
mod initial;
mod rights;
mod shown;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::{Model as _, Value};
use vestibule_store::Columns;

pub(crate) use actions::member;
pub use catalogue::{Catalogue, Permission, SYSTEM, SYSTEM_APP, guarded};
pub use config::{ExtraRoleObjectPermission, Role, RolePermission};
pub use initial::InitialPermissions;
pub(crate) use initial::witness;
pub use rights::{HOLDINGS, held_by, is_trusted, rights, roles_of_groups, roles_of_user};
pub use shown::key_of;

/// Components of the OpenAPI document.
pub const SCHEMAS: &str = include_str!("schemas.json");

/// What the API serves.
pub fn endpoints() -> Vec<Endpoint> {
    let roles = Endpoint::new(Role::RESOURCE).hooks(&hooks::RoleHooks).actions(actions::ACTIONS);
    vec![
        [GROUPS, INHERITED, USERS].into_iter().fold(roles, Endpoint::param),
        Endpoint::new(RolePermission::RESOURCE).operations(Operations::NONE),
        Endpoint::new(ExtraRoleObjectPermission::RESOURCE)
            .operations(Operations::LIST)
            .hooks(&shown::HeldHooks)
            .list(|cx, _, _| Box::pin(shown::list(cx))),
        Endpoint::new(InitialPermissions::RESOURCE).hooks(&initial::InitialHooks),
    ]
}

/// The row that gives a role a permission, `app.codename`, on an object, by model label and text of its key.
pub fn columns(role: Value, permission: &str, model: &str, key: &str) -> Columns {
    vec![("role", role), ("permission", permission.into()), ("object_model", model.into()), ("object_pk", key.into())]
}

const GROUPS: &str = r#"{"in": "query", "name": "groups", "schema": {"type": "string", "format": "uuid"}}"#;
const INHERITED: &str = r#"{"in": "query", "name": "inherited", "schema": {"type": "boolean"}}"#;
const USERS: &str = r#"{"in": "query", "name": "users", "schema": {"type": "integer"}}"#;
