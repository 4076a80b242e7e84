//! Who belongs where, over the whole hierarchy of groups.

use std::collections::HashSet;

use vestibule_resource::{Model as _, Record, Result, Value};
use vestibule_store::{Condition, Query, Store};

use super::{
    Group,
    config::{CHILDREN, GROUPS_OF_USER, PARENTS, ROLES_OF_GROUP, ROLES_OF_USER},
};
use crate::roles::Role;

/// All groups that a user is a member of: directly, or through an ancestor.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn all_of(store: &Store, user: i64) -> Result<Vec<Record>> {
    let direct = theirs(store.links(&GROUPS_OF_USER, &[user.into()]).await?);
    ancestors(store, &direct).await
}

/// These groups and all their ancestors.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn ancestors(store: &Store, groups: &[Value]) -> Result<Vec<Record>> {
    if groups.is_empty() {
        return Ok(Vec::new());
    }
    let all = store.closure(&PARENTS, groups).await?;
    select(store, all).await
}

/// The groups with those keys, by name.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) async fn select(store: &Store, keys: Vec<Value>) -> Result<Vec<Record>> {
    let these = Condition::In { path: "group_uuid".into(), values: keys };
    store.select(&Query::all(Group::RESOURCE).filter(these).order("name")).await
}

/// All roles that a user holds: directly, through groups, through their ancestors.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn roles_of(store: &Store, user: i64, groups: &[Record]) -> Result<Vec<Record>> {
    let keys: Vec<Value> = groups.iter().map(|group| group.key().clone()).collect();
    let mut roles = theirs(store.links(&ROLES_OF_USER, &[user.into()]).await?);
    roles.extend(theirs(store.links(&ROLES_OF_GROUP, &keys).await?));
    roles_with(store, roles).await
}

/// The roles with those keys, by name.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) async fn roles_with(store: &Store, keys: Vec<Value>) -> Result<Vec<Record>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let these = Condition::In { path: "uuid".into(), values: keys };
    store.select(&Query::all(Role::RESOURCE).filter(these).order("name")).await
}

/// The groups whose members are superusers: those that say so, and all their descendants.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn conferring(store: &Store) -> Result<HashSet<String>> {
    let marked = store.select(&Query::all(Group::RESOURCE).is("is_superuser", true)).await?;
    let keys: Vec<Value> = marked.iter().map(|group| group.key().clone()).collect();
    if keys.is_empty() {
        return Ok(HashSet::new());
    }
    Ok(store.closure(&CHILDREN, &keys).await?.iter().map(Value::to_string).collect())
}

/// Which of these users are superusers, in three queries however many they are.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn superusers(store: &Store, users: &[Value]) -> Result<HashSet<i64>> {
    let links = store.links(&GROUPS_OF_USER, users).await?;
    if links.is_empty() {
        return Ok(HashSet::new());
    }
    let conferring = conferring(store).await?;
    let member = |(user, group): &(Value, Value)| user.as_int().filter(|_| conferring.contains(&group.to_string()));
    Ok(links.iter().filter_map(member).collect())
}

fn theirs(links: Vec<(Value, Value)>) -> Vec<Value> {
    links.into_iter().map(|(_, theirs)| theirs).collect()
}

/// Whether one of these groups makes its members superusers.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn any_confers(store: &Store, groups: &[Value]) -> Result<bool> {
    let conferring = conferring(store).await?;
    Ok(groups.iter().any(|group| conferring.contains(&group.to_string())))
}
