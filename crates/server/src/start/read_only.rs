//! The role of those who may look at everything and change nothing.

use vestibule_core::roles::{Role, RolePermission, guarded};
use vestibule_engine::codename;
use vestibule_resource::{Catalog, Error, Model as _, Result};
use vestibule_store::{Query, Transaction};

/// Its name; see `defaults/15-read-only.json`.
const NAME: &str = "authentik Read-only";

/// Permits the role to see objects of every kind. That says nothing about secrets, which have permissions of their own.
///
/// # Errors
/// `Internal` when the database fails or the role is not there.
pub(super) async fn permit(catalog: &Catalog, tx: &mut Transaction) -> Result<()> {
    let role = tx.first(&Query::all(Role::RESOURCE).is("name", NAME)).await?;
    let role = role.ok_or_else(|| Error::internal("the default objects lack the read-only role"))?;
    for resource in catalog.resources().iter().filter(|resource| guarded(resource)) {
        let view = vec![("role", role.key().clone()), ("permission", codename(resource, "view").into())];
        tx.insert(RolePermission::RESOURCE, view).await?;
    }
    Ok(())
}
