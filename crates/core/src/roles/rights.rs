//! What somebody's roles let them do, over the whole hierarchy of groups.

use vestibule_engine::{Holdings, Rights};
use vestibule_resource::{Model as _, Record, Result, Value};
use vestibule_store::{Condition, Query, Store};

use super::RolePermission;
use crate::{
    groups::{GROUPS_OF_USER, PARENTS, ROLES_OF_GROUP, ROLES_OF_USER},
    users::{self, UserType},
};

/// Where it is written down which role holds which permission on which object.
pub const HOLDINGS: Holdings =
    Holdings { model: "guardian.roleobjectpermission", role: "role", permission: "permission", object: "object_pk" };

/// What a user's roles let them do. It says nothing about superusers, who need no role.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn rights(store: &Store, user: &Record) -> Result<Rights> {
    let roles = roles_of_user(store, user.key()).await?;
    let everywhere = held_by(store, &roles).await?.into_iter().collect();
    let machine = user.text("type") == vestibule_resource::Word::word(&UserType::InternalServiceAccount);
    Ok(Rights { roles, everywhere, machine })
}

/// Keys of all roles that a user holds: directly, through groups, and through ancestors of these.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn roles_of_user(store: &Store, user: &Value) -> Result<Vec<Value>> {
    let direct = theirs(store.links(&ROLES_OF_USER, std::slice::from_ref(user)).await?);
    let groups = theirs(store.links(&GROUPS_OF_USER, std::slice::from_ref(user)).await?);
    Ok(distinct(direct, roles_of_groups(store, &groups).await?))
}

/// Whether somebody holds any rights: as a superuser, or by a role. Expressions neither change nor speak for them.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn is_trusted(store: &Store, user: &Record) -> Result<bool> {
    let number = user.key().as_int().unwrap_or_default();
    Ok(users::is_superuser(store, number).await? || !roles_of_user(store, user.key()).await?.is_empty())
}

/// Keys of all roles that members of these groups hold: those of the groups, and of their ancestors.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn roles_of_groups(store: &Store, groups: &[Value]) -> Result<Vec<Value>> {
    let all = store.closure(&PARENTS, groups).await?;
    Ok(distinct(Vec::new(), theirs(store.links(&ROLES_OF_GROUP, &all).await?)))
}

/// The permissions that these roles hold on every object of a kind.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn held_by(store: &Store, roles: &[Value]) -> Result<Vec<String>> {
    if roles.is_empty() {
        return Ok(Vec::new());
    }
    let theirs = Condition::In { path: "role".into(), values: roles.to_vec() };
    let found = store.distinct(&Query::all(RolePermission::RESOURCE).filter(theirs), "permission").await?;
    Ok(found.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

fn theirs(links: Vec<(Value, Value)>) -> Vec<Value> {
    links.into_iter().map(|(_, theirs)| theirs).collect()
}

fn distinct(mut known: Vec<Value>, more: Vec<Value>) -> Vec<Value> {
    for value in more {
        if !known.contains(&value) {
            known.push(value);
        }
    }
    known
}
