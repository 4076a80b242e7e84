//! What the holders of a role get on what they make.

use futures::future::BoxFuture;
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Resource, Result, Value};
use vestibule_store::{Columns, Revision, Witness};

use super::{InitialPermissions, hooks::labels};
use crate::roles::{ExtraRoleObjectPermission, catalogue::Catalogue, columns, rights::roles_of_user};

/// Sees what one request makes, and gives the caller's roles their initial permissions on it.
struct Giver {
    cx: Context,
}

/// Whoever gives initial permissions on what that request makes.
pub(crate) fn witness(cx: &Context) -> Box<dyn Witness> {
    Box::new(Giver { cx: cx.clone() })
}

impl Witness for Giver {
    fn resource(&self) -> &'static Resource {
        ExtraRoleObjectPermission::RESOURCE
    }

    fn rows<'a>(&'a self, changes: &'a [Revision]) -> BoxFuture<'a, Result<Vec<Columns>>> {
        Box::pin(async move {
            let made: Vec<&Revision> = changes.iter().filter(|change| change.action == "create").collect();
            let all = self.cx.store.rows(InitialPermissions::RESOURCE).await?;
            let Some(identity) = self.cx.caller.identity().filter(|_| !made.is_empty() && !all.all.is_empty()) else {
                return Ok(Vec::new());
            };
            let roles = roles_of_user(&self.cx.store, identity.user.key()).await?;
            let mut given: Vec<(Value, &str)> = Vec::new();
            for initial in all.all.iter().filter(|initial| roles.contains(initial.get("role"))) {
                given.extend(labels(initial.get("permissions")).map(|label| (initial.get("role").clone(), label)));
            }
            given.sort_by_key(|(role, label)| (role.to_string(), *label));
            given.dedup();
            self.granted(&made, &given)
        })
    }
}

impl Giver {
    /// The rows that give roles those permissions that are about what was made.
    fn granted(&self, made: &[&Revision], given: &[(Value, &str)]) -> Result<Vec<Columns>> {
        let (catalogue, catalog) = (self.cx.service::<Catalogue>()?, self.cx.store.catalog());
        let mut rows = Vec::new();
        for (role, label) in given {
            let Some(permission) = catalogue.find(catalog, label) else { continue };
            let about = permission.model_label();
            let theirs = made.iter().filter(|change| change.model == about);
            rows.extend(theirs.map(|change| columns(role.clone(), label, &change.model, &change.key)));
        }
        Ok(rows)
    }
}
