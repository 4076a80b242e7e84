//! Nobody grants more than they hold: the one place that says what membership and roles give, and who may give it.

use std::collections::HashSet;

use vestibule_engine::{Context, Draft, Identity, codename};
use vestibule_resource::{Error, Many, Model as _, Record, Result, Value};
use vestibule_store::{Condition, Query, Store};

use super::{
    ExtraRoleObjectPermission,
    rights::{held_by, roles_of_groups, roles_of_user},
};
use crate::{groups, users};

/// What somebody is told who tries to give more than they hold.
pub const TOO_MUCH: &str = "You cannot grant more permissions than you have.";

/// Whether the caller holds all that membership in these groups and these roles give, over the whole hierarchy.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn may_give(cx: &Context, groups: &[Value], roles: &[Value]) -> Result<bool> {
    let Some(identity) = cx.caller.identity() else { return Ok(false) };
    if identity.superuser {
        return Ok(true);
    }
    if groups::any_confers(&cx.store, groups).await? {
        return Ok(false);
    }
    let given = [roles.to_vec(), roles_of_groups(&cx.store, groups).await?].concat();
    covers(&cx.store, identity, &given).await
}

/// Whether somebody holds all that another user holds: only then may they act as that user or open the user's account.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn may_act_as(store: &Store, who: &Identity, user: &Value) -> Result<bool> {
    if who.superuser || who.user.key() == user {
        return Ok(true);
    }
    if users::is_superuser(store, user.as_int().unwrap_or_default()).await? {
        return Ok(false);
    }
    covers(store, who, &roles_of_user(store, user).await?).await
}

/// What a draft adds to the links that are there already: only that is given by this write.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn added(cx: &Context, draft: &Draft, field: &str, links: &Many) -> Result<Vec<Value>> {
    let Some(wanted) = draft.links(field).filter(|wanted| !wanted.is_empty()) else { return Ok(Vec::new()) };
    let known = match &draft.before {
        Some(row) => cx.store.links(links, std::slice::from_ref(row.key())).await?,
        None => Vec::new(),
    };
    Ok(wanted.iter().filter(|key| !known.iter().any(|(_, theirs)| theirs == *key)).cloned().collect())
}

/// Notes in a draft that what it says about a group gives membership to others, when the caller does not hold all that it gives.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn check_group(cx: &Context, draft: &mut Draft, field: &str) -> Result<()> {
    let group = draft.get(field).clone();
    if !group.is_null() && !may_give(cx, &[group], &[]).await? {
        draft.invalid.add(field, TOO_MUCH);
    }
    Ok(())
}

/// Notes in a draft that what it says about a user lets others act as them, when the user holds more than the caller.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn check_user(cx: &Context, draft: &mut Draft, field: &str) -> Result<()> {
    if !draft.get(field).is_null() && !speaks_for(cx, draft, draft.get(field)).await? {
        draft.invalid.add(field, TOO_MUCH);
    }
    Ok(())
}

/// Whether the caller may write a draft that lets others act as a user: with the permission for it (that of creating was checked
/// before; owners have none), and holding all that the user holds.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn speaks_for(cx: &Context, draft: &Draft, user: &Value) -> Result<bool> {
    let permitted = match &draft.before {
        Some(row) => cx.may(&codename(row.resource, "change"), row).await?,
        None => true,
    };
    let Some(identity) = cx.caller.identity().filter(|_| permitted) else { return Ok(false) };
    may_act_as(&cx.store, identity, user).await
}

/// Refuses a caller who would open the account of somebody who holds more than they do.
///
/// # Errors
/// `Denied`.
pub async fn check_acting_as(cx: &Context, user: &Record) -> Result<()> {
    let identity = cx.caller.identity().ok_or_else(Error::unauthenticated)?;
    if may_act_as(&cx.store, identity, user.key()).await? { Ok(()) } else { Err(Error::denied()) }
}

/// Whether somebody holds every permission that these roles hold.
async fn covers(store: &Store, who: &Identity, roles: &[Value]) -> Result<bool> {
    let foreign: Vec<Value> = roles.iter().filter(|role| !who.rights.roles.contains(role)).cloned().collect();
    if foreign.is_empty() {
        return Ok(true);
    }
    if !held_by(store, &foreign).await?.iter().all(|permission| who.holds(permission)) {
        return Ok(false);
    }
    let elsewhere = Condition::Not(Box::new(Condition::In {
        path: "permission".into(),
        values: who.rights.everywhere.iter().map(|permission| permission.as_str().into()).collect(),
    }));
    let given = on_objects(store, &foreign, elsewhere.clone()).await?;
    Ok(given.is_empty() || given.is_subset(&on_objects(store, &who.rights.roles, elsewhere).await?))
}

/// The permissions of these roles on single objects, with the objects' keys.
async fn on_objects(store: &Store, roles: &[Value], which: Condition) -> Result<HashSet<(String, String)>> {
    let theirs = Condition::In { path: "role".into(), values: roles.to_vec() };
    let rows = store.select(&Query::all(ExtraRoleObjectPermission::RESOURCE).filter(theirs.and(which))).await?;
    Ok(rows.iter().map(|row| (row.text("permission").to_owned(), row.text("object_pk").to_owned())).collect())
}
