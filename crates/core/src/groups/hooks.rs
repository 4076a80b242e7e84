//! What is irregular about groups.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result, Value};

use super::{any_confers, shown};

/// What is irregular about groups.
pub(super) struct GroupHooks;

impl Hooks for GroupHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if !cx.caller.superuser() {
                check_power(draft);
                check_members(cx, draft).await?;
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(shown::show(cx, rows, objects))
    }
}

/// Only superusers decide who is one.
fn check_power(draft: &mut Draft) {
    let before = draft.before.as_ref().is_some_and(|row| row.flag("is_superuser"));
    let wanted = draft.sent("is_superuser").and_then(Value::as_bool).unwrap_or(before);
    if wanted != before {
        let word = if wanted { "True" } else { "False" };
        draft.invalid.add("is_superuser", format!("User does not have permission to set superuser status to {word}."));
    }
}

/// Nobody makes a superuser who is none: neither by members of such a group nor by putting a group below one.
async fn check_members(cx: &Context, draft: &mut Draft) -> Result<()> {
    const MESSAGE: &str = "User does not have permission to add members to a group of superusers.";
    if let Some(parents) = draft.links("parents").map(<[Value]>::to_vec)
        && any_confers(&cx.store, &parents).await?
    {
        draft.invalid.add("parents", MESSAGE);
    }
    let own: Vec<Value> = draft.before.iter().map(|row| row.key().clone()).collect();
    if draft.links("users").is_some_and(|users| !users.is_empty()) && any_confers(&cx.store, &own).await? {
        draft.invalid.add("users", MESSAGE);
    }
    Ok(())
}
