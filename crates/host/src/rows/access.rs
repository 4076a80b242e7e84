//! What expressions may do with rows.
//!
//! Every expression may look at what is not a secret, of every resource but those listed here as closed: the server runs it in its own
//! name, and whoever may write expressions is trusted with that. Writing is another matter. An expression must never be a way to rights
//! that its author does not hold, so that only these columns are open, and nothing that confers rights ever is: no roles, no
//! superusers, no members of groups that confer rights (`group.rs`), no passwords of those who hold some (`user.rs`).

use vestibule_expression::{Result, Stop, exception};
use vestibule_resource::Resource;

use crate::Kind;

/// Resources that no expression sees: whole rows of them are secrets.
static CLOSED: &[&str] = &["authentik_core.session", "authentik_core.token", "authentik_flows.flowtoken"];

/// What policies may write: model label, and columns.
static WRITABLE: &[(&str, &[&str])] = &[
    ("authentik_core.user", &["username", "name", "email", "is_active", "attributes", "path", "type"]),
    ("authentik_core.group", &["name", "attributes"]),
    (
        "authentik_flows.flow",
        &["title", "name", "authentication", "denied_action", "layout", "background", "compatibility_mode", "policy_engine_mode"],
    ),
    ("authentik_stages_invitation.invitation", &["fixed_data", "expires"]),
];

/// What policies may make.
static MAKABLE: &[&str] = &["authentik_core.group"];

/// What policies may delete.
static DELETABLE: &[&str] = &["authentik_stages_invitation.invitation"];

/// Whether expressions see rows of a resource.
pub(super) fn open(resource: &Resource) -> bool {
    !resource.internal && !CLOSED.iter().any(|model| resource.is(model))
}

/// Whether an expression may write a column.
///
/// # Errors
/// `PermissionError` when it may not.
pub(super) fn may_write(kind: Kind, resource: &Resource, column: &str) -> Result<()> {
    let listed = WRITABLE.iter().any(|(model, columns)| *model == resource.model && columns.contains(&column));
    allowed(kind, listed, || format!("expressions may not change '{column}' of {}", resource.verbose_name_plural))
}

/// Whether an expression may make rows.
///
/// # Errors
/// `PermissionError` when it may not.
pub(super) fn may_make(kind: Kind, resource: &Resource) -> Result<()> {
    allowed(kind, MAKABLE.contains(&resource.model), || format!("expressions may not make {}", resource.verbose_name_plural))
}

/// Whether an expression may delete rows.
///
/// # Errors
/// `PermissionError` when it may not.
pub(super) fn may_delete(kind: Kind, resource: &Resource) -> Result<()> {
    allowed(kind, DELETABLE.contains(&resource.model), || format!("expressions may not delete {}", resource.verbose_name_plural))
}

fn allowed(kind: Kind, listed: bool, words: impl FnOnce() -> String) -> Result<()> {
    if listed && kind == Kind::Policy { Ok(()) } else { Err(Stop::raise(&exception::PERMISSION_ERROR, words())) }
}
