//! What roles let people do, and where it is kept that they may do it to single objects only.

use std::collections::HashSet;

use vestibule_resource::{Record, Result, Value};
use vestibule_store::{Condition, Query, Store};

use crate::Identity;

/// What somebody's roles let them do. Superusers need none, so theirs are not read.
#[derive(Debug, Clone, Default)]
pub struct Rights {
    /// Keys of the roles: their own, those of their groups, and those of all ancestors of these.
    pub roles: Vec<Value>,
    /// Permissions on every object of a kind, as `app.codename`.
    pub everywhere: HashSet<String>,
    /// An account of this system's own machines: it is shown an empty list where others are refused.
    pub machine: bool,
}

/// Where it is written down which role holds which permission on which object. The server has one such place among its services.
#[derive(Debug, Clone, Copy)]
pub struct Holdings {
    /// Model label of the resource whose rows say so.
    pub model: &'static str,
    /// Its reference to a role.
    pub role: &'static str,
    /// Its permission, as `app.codename`.
    pub permission: &'static str,
    /// Its text of the object's key.
    pub object: &'static str,
}

impl Holdings {
    /// Rows the key of which, at `path`, is that of an object on which one of these roles holds the permission.
    pub fn held(&self, roles: &[Value], permission: &str, path: &str) -> Condition {
        let holder = Condition::In { path: self.role.to_owned(), values: roles.to_vec() };
        Condition::Named {
            path: path.to_owned(),
            by: self.model,
            column: self.object,
            holds: Box::new(Condition::is(self.permission, permission).and(holder)),
        }
    }

    /// Whether somebody holds the permission on this object, or on every one of its kind.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn on_object(&self, store: &Store, who: &Identity, permission: &str, row: &Record) -> Result<bool> {
        if who.holds(permission) || who.rights.roles.is_empty() {
            return Ok(who.holds(permission));
        }
        let resource = row.resource;
        let held = self.held(&who.rights.roles, permission, resource.key);
        let query = Query::all(resource).is(resource.key, row.key().clone()).filter(held).include_expired(true);
        store.exists(&query).await
    }
}

impl Identity {
    /// Whether they hold a permission, `app.codename`, on every object of its kind.
    pub fn holds(&self, permission: &str) -> bool {
        self.superuser || self.rights.everywhere.contains(permission)
    }
}
