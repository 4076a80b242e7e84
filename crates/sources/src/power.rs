//! Nobody hands out more than they hold: only superusers may tie superusers, and groups of them, to what others control.

use vestibule_core::{groups, users};
use vestibule_engine::{Context, Draft};
use vestibule_resource::Result;

/// Notes that a group makes its members superusers, when the caller is none.
pub(crate) async fn check_group(cx: &Context, draft: &mut Draft, name: &str) -> Result<()> {
    let group = draft.get(name).clone();
    if !cx.caller.superuser() && !group.is_null() && groups::any_confers(&cx.store, &[group]).await? {
        draft.invalid.add(name, "User does not have permission to use a group of superusers.");
    }
    Ok(())
}

/// Notes that a user is a superuser, when the caller is none.
pub(crate) async fn check_user(cx: &Context, draft: &mut Draft, name: &str) -> Result<()> {
    let Some(user) = draft.get(name).as_int().filter(|_| !cx.caller.superuser()) else { return Ok(()) };
    if users::is_superuser(&cx.store, user).await? {
        draft.invalid.add(name, "User does not have permission to use a superuser.");
    }
    Ok(())
}
