//! What is irregular about users.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result, Value, Word as _};
use vestibule_store::Transaction;

use super::{UserType, avatar, password, path, uid};
use crate::{
    groups::{self, GROUPS_OF_USER, ROLES_OF_USER},
    roles::grant::{TOO_MUCH, added, may_act_as, may_give},
    services::Keys,
    tenant::Settings,
};

/// What is irregular about users.
pub(super) struct UserHooks;

impl Hooks for UserHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            check_type(draft);
            check_path(draft);
            if draft.creates() {
                draft.set("password", vestibule_secret::unusable(cx.store.world()));
            }
            check_gifts(cx, draft).await
        })
    }

    fn written<'a>(&'a self, _cx: &'a Context, tx: &'a mut Transaction, draft: &'a Draft, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if draft.sent("is_active") == Some(&Value::Bool(false)) && !draft.creates() {
                password::end_sessions(tx, row.key(), None).await?;
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(show(cx, rows, objects))
    }
}

async fn show(cx: &Context, rows: &[Record], objects: &mut [Map<String, Json>]) -> Result<()> {
    let keys = cx.service::<Keys>()?;
    for (row, object) in rows.iter().zip(objects.iter_mut()) {
        object.insert("uid".into(), uid(row, keys).into());
    }
    // What others see of a user holds neither picture nor power; both cost more queries.
    if !objects.first().is_some_and(|object| object.contains_key("is_superuser")) {
        return Ok(());
    }
    let settings = Settings::load(&cx.store).await?;
    let users: Vec<Value> = rows.iter().map(|row| row.key().clone()).collect();
    let superusers = groups::superusers(&cx.store, &users).await?;
    for (row, object) in rows.iter().zip(objects) {
        let superuser = row.key().as_int().is_some_and(|key| superusers.contains(&key));
        object.insert("is_superuser".into(), superuser.into());
        object.insert("avatar".into(), avatar(row, &settings).into());
    }
    Ok(())
}

/// Accounts of this system's own machines are made and changed by the system alone.
fn check_type(draft: &mut Draft) {
    let internal = UserType::InternalServiceAccount.word();
    if draft.before.as_ref().is_some_and(|row| row.text("type") == internal) {
        draft.invalid.add("non_field_errors", "Can't modify internal service account users");
    } else if draft.sent("type").and_then(Value::as_str) == Some(internal) {
        draft.invalid.add("type", "Setting a user to internal service account is not allowed.");
    }
}

fn check_path(draft: &mut Draft) {
    let wrong = draft.sent("path").and_then(Value::as_str).and_then(path::wrong);
    if let Some(message) = wrong {
        draft.invalid.add("path", message);
    }
}

/// Nobody grants more than they hold, nor takes the account of somebody who holds more: who chooses where mail goes can.
async fn check_gifts(cx: &Context, draft: &mut Draft) -> Result<()> {
    let Some(identity) = cx.caller.identity().filter(|identity| !identity.superuser) else { return Ok(()) };
    let groups = added(cx, draft, "groups", &GROUPS_OF_USER).await?;
    let roles = added(cx, draft, "roles", &ROLES_OF_USER).await?;
    if !may_give(cx, &groups, &[]).await? {
        draft.invalid.add("groups", TOO_MUCH);
    }
    if !may_give(cx, &[], &roles).await? {
        draft.invalid.add("roles", TOO_MUCH);
    }
    if let Some(row) = &draft.before
        && draft.sent("email").is_some_and(|email| email != row.get("email"))
        && !may_act_as(&cx.store, identity, row.key()).await?
    {
        draft.invalid.add("email", TOO_MUCH);
    }
    Ok(())
}
