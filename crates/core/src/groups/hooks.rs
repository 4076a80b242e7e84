//! What is irregular about groups.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result, Value};

use super::{
    config::{PARENTS, ROLES_OF_GROUP, USERS_OF_GROUP},
    shown,
};
use crate::roles::grant::{TOO_MUCH, added, may_give};

/// What is irregular about groups.
pub(super) struct GroupHooks;

impl Hooks for GroupHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            check_power(cx, draft).await?;
            check_gifts(cx, draft).await
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(shown::show(cx, rows, objects))
    }
}

/// Who is a superuser is decided by those who hold the permission to decide it.
async fn check_power(cx: &Context, draft: &mut Draft) -> Result<()> {
    let before = draft.before.as_ref().is_some_and(|row| row.flag("is_superuser"));
    let wanted = draft.sent("is_superuser").and_then(Value::as_bool).unwrap_or(before);
    let (word, needed) = match wanted {
        true => ("True", "authentik_core.enable_group_superuser"),
        false => ("False", "authentik_core.disable_group_superuser"),
    };
    let permitted = match &draft.before {
        Some(row) => cx.may(needed, row).await?,
        None => cx.holds(needed),
    };
    if wanted != before && !permitted {
        draft.invalid.add("is_superuser", format!("User does not have permission to set superuser status to {word}."));
    }
    Ok(())
}

/// Nobody grants more than they hold: neither by members, nor by roles, nor by putting a group below another.
async fn check_gifts(cx: &Context, draft: &mut Draft) -> Result<()> {
    if cx.caller.superuser() {
        return Ok(());
    }
    let own: Vec<Value> = draft.before.iter().map(|row| row.key().clone()).collect();
    let members = added(cx, draft, "users", &USERS_OF_GROUP).await?;
    let parents = added(cx, draft, "parents", &PARENTS).await?;
    let roles = added(cx, draft, "roles", &ROLES_OF_GROUP).await?;
    if !members.is_empty() && !may_give(cx, &own, &[]).await? {
        draft.invalid.add("users", TOO_MUCH);
    }
    if !may_give(cx, &parents, &[]).await? {
        draft.invalid.add("parents", TOO_MUCH);
    }
    if !may_give(cx, &[], &roles).await? {
        draft.invalid.add("roles", TOO_MUCH);
    }
    Ok(())
}
