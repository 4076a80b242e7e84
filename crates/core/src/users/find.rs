//! Finding users.

use vestibule_resource::{Model as _, Record, Result};
use vestibule_store::{Condition, Op, Query, Store};

use super::User;

/// The user with that key, active or not.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn get(store: &Store, user: i64) -> Result<Option<Record>> {
    store.get(User::RESOURCE, user).await
}

/// The first user whom one of these fields (`username`, `email`, `upn`) identifies by `text`, active or not.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn find_by(store: &Store, fields: &[&str], text: &str, ignore_case: bool) -> Result<Option<Record>> {
    let op = if ignore_case { Op::EqIgnoreCase } else { Op::Eq };
    // An empty address identifies nobody: many accounts have none.
    let any: Vec<Condition> = fields.iter().filter_map(|field| by(field, op, text)).collect();
    if any.is_empty() || text.is_empty() || text.contains('\0') {
        return Ok(None);
    }
    store.first(&Query::all(User::RESOURCE).filter(Condition::Any(any)).order("id").limit(1)).await
}

fn by(field: &str, op: Op, text: &str) -> Option<Condition> {
    match field {
        "username" | "email" => Some(Condition::compare(field, op, text)),
        "upn" => Some(Condition::Member { path: "attributes".into(), keys: vec!["upn".into()], op, value: text.into() }),
        _ => None,
    }
}

/// Whether the user may do everything, over the whole hierarchy of groups.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn is_superuser(store: &Store, user: i64) -> Result<bool> {
    Ok(crate::groups::superusers(store, &[user.into()]).await?.contains(&user))
}
