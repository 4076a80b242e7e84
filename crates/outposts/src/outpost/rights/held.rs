//! What a role holds, made what it should hold.

use vestibule_core::roles::{ExtraRoleObjectPermission, RolePermission, columns};
use vestibule_resource::{Model as _, Record, Resource, Result, Value};
use vestibule_store::{Condition, Query, Transaction};

use super::due::Due;

/// Gives the role what it lacks and takes away what it should not hold.
pub(super) async fn make(tx: &mut Transaction, role: &Value, mut due: Due) -> Result<()> {
    let everywhere = |row: &Record| due.everywhere.remove(row.text("permission"));
    withdraw(tx, RolePermission::RESOURCE, role, everywhere).await?;
    let single =
        |row: &Record| due.single.remove(&["permission", "object_model", "object_pk"].map(|name| row.text(name).to_owned()).into());
    withdraw(tx, ExtraRoleObjectPermission::RESOURCE, role, single).await?;
    for permission in due.everywhere {
        tx.insert(RolePermission::RESOURCE, vec![("role", role.clone()), ("permission", permission.into())]).await?;
    }
    for (permission, model, key) in due.single {
        tx.insert(ExtraRoleObjectPermission::RESOURCE, columns(role.clone(), &permission, &model, &key)).await?;
    }
    Ok(())
}

/// Deletes the rows of a role that are not to be kept. Those that go with an object that another transaction deletes are left to it.
async fn withdraw(tx: &mut Transaction, resource: &'static Resource, role: &Value, mut keep: impl FnMut(&Record) -> bool) -> Result<()> {
    let rows = tx.select(&Query::all(resource).is("role", role.clone())).await?;
    let stale: Vec<Value> = rows.iter().filter(|row| !keep(row)).map(|row| row.key().clone()).collect();
    if stale.is_empty() {
        return Ok(());
    }
    let stale = Condition::In { path: resource.key.to_owned(), values: stale };
    for row in tx.select_free(&Query::all(resource).filter(stale)).await? {
        tx.delete(resource, row.key()).await?;
    }
    Ok(())
}
