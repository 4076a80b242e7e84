//! Who may do what: the one place through which rows are reached, and nothing else in the engine decides about access.
//!
//! Superusers reach every row, owners their own, roles what they permit (on all objects of a kind, or on one), and hooks may open more.

use vestibule_resource::{Error, Record, Resource, Result};
use vestibule_store::{Condition, Query};

use crate::{Access, Action, Caller, Context, Endpoint, Holdings, Hooks as _, Identity, Need, Target};

/// App whose permissions are about the system as a whole and not about the objects of a resource.
const SYSTEM: &str = "authentik_rbac";

/// The permission to `view`, `add`, `change` or `delete` objects of a resource, as `app.codename`.
pub fn codename(resource: &Resource, verb: &str) -> String {
    format!("{}.{verb}_{}", resource.app(), resource.model_name())
}

/// A permission as `app.codename`: codenames without an app are the given one's.
fn qualified(app: &str, name: &str) -> String {
    if name.contains('.') { name.to_owned() } else { format!("{app}.{name}") }
}

/// Refuses callers who said nothing about who they are; in the contract's words, which differ between a collection and an object.
///
/// # Errors
/// `Unauthenticated` or `Denied`.
pub(crate) fn known(cx: &Context, target: Target) -> Result<()> {
    match (&cx.caller, target) {
        (Caller::User(_), _) => Ok(()),
        (Caller::Anonymous, Target::Collection) => Err(Error::unauthenticated()),
        (Caller::Anonymous, Target::Object) => Err(Error::denied()),
    }
}

/// A query for the rows that the caller may see, whatever else it asks.
///
/// # Errors
/// `Denied` when the caller can see none of this kind, whatever there is.
pub(crate) fn visible(cx: &Context, endpoint: &Endpoint) -> Result<Query> {
    let query = Query::all(endpoint.resource).filter(endpoint.hooks.hidden(cx));
    if cx.caller.superuser() {
        return Ok(query);
    }
    let identity = cx.caller.identity().ok_or_else(Error::unauthenticated)?;
    let view = codename(endpoint.resource, "view");
    if identity.holds(&view) {
        return Ok(query);
    }
    let mut reasons = open(cx, endpoint, identity);
    reasons.extend(cx.held(&view, endpoint.resource.key));
    if reasons.is_empty() && !identity.rights.machine {
        return Err(Error::denied());
    }
    Ok(query.filter(Condition::Any(reasons)))
}

/// The same for a list: who could see some but sees none is refused, unless they may look without holding a permission.
///
/// # Errors
/// `Denied` when the caller sees none of this kind.
pub(crate) async fn listed(cx: &Context, endpoint: &Endpoint) -> Result<Query> {
    let query = visible(cx, endpoint)?.include_expired(endpoint.resource.lists_expired);
    let Some(identity) = cx.caller.identity().filter(|identity| !identity.superuser && !identity.rights.machine) else {
        return Ok(query);
    };
    let only_single_ones = !identity.holds(&codename(endpoint.resource, "view")) && open(cx, endpoint, identity).is_empty();
    if only_single_ones && !cx.store.exists(&query).await? {
        return Err(Error::denied());
    }
    Ok(query)
}

/// Rows that the caller sees without holding a permission: their own, and what the resource's hooks open.
fn open(cx: &Context, endpoint: &Endpoint, identity: &Identity) -> Vec<Condition> {
    let own = endpoint.owner().map(|owner| Condition::is(owner, identity.key()));
    own.into_iter().chain(endpoint.hooks.visible_to(cx)).collect()
}

/// Whether the caller may create.
///
/// # Errors
/// `Denied`.
pub(crate) fn create(cx: &Context, endpoint: &Endpoint) -> Result<()> {
    let open = endpoint.create == Access::Login && cx.caller.user().is_some();
    permitted(open || cx.caller.superuser() || cx.holds(&codename(endpoint.resource, "add")))
}

/// Whether the caller may `change` or `delete` a row that they see: owners do, and who holds the permission.
///
/// # Errors
/// `Denied`.
pub(crate) async fn alter(cx: &Context, endpoint: &Endpoint, row: &Record, verb: &str) -> Result<()> {
    permitted(cx.caller.superuser() || owns(cx, endpoint, row) || cx.may(&codename(row.resource, verb), row).await?)
}

/// Whether the caller may run an action (on a row that they see, when it has one).
///
/// # Errors
/// `Denied` or `Unauthenticated`.
pub(crate) async fn act(cx: &Context, endpoint: &Endpoint, action: &Action, row: Option<&Record>) -> Result<()> {
    let resource = endpoint.resource;
    let needed = match action.need {
        Need::Anybody | Need::Credential => return Ok(()),
        Need::Login => return permitted(cx.caller.user().is_some()),
        _ if cx.caller.superuser() => return Ok(()),
        Need::View if row.is_some() => return Ok(()),
        Need::View => return listed(cx, endpoint).await.map(|_| ()),
        Need::Add => codename(resource, "add"),
        Need::Permission(name) => qualified(resource.app(), name),
    };
    permitted(match row {
        Some(row) => cx.may(&needed, row).await?,
        None => cx.holds(&needed),
    })
}

/// Whether the caller may run an operation that belongs to no resource.
///
/// # Errors
/// `Denied`.
pub(crate) fn alone(cx: &Context, need: Need) -> Result<()> {
    permitted(match need {
        Need::Anybody | Need::Credential => true,
        Need::Login => cx.caller.user().is_some(),
        Need::View | Need::Add => cx.caller.superuser(),
        Need::Permission(name) => cx.holds(&qualified(SYSTEM, name)),
    })
}

fn permitted(yes: bool) -> Result<()> {
    if yes { Ok(()) } else { Err(Error::denied()) }
}

fn owns(cx: &Context, endpoint: &Endpoint, row: &Record) -> bool {
    let owner = endpoint.owner().map(|owner| row.get(owner));
    owner.is_some_and(|owner| !owner.is_null() && owner.as_int() == cx.caller.user())
}

impl Context {
    /// Whether the caller holds a permission, `app.codename`, on every object of its kind.
    pub fn holds(&self, permission: &str) -> bool {
        self.caller.identity().is_some_and(|identity| identity.holds(permission))
    }

    /// Whether the caller holds a permission, `app.codename`, on this object or on every one of its kind.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn may(&self, permission: &str, row: &Record) -> Result<bool> {
        match (self.caller.identity(), self.services.get::<Holdings>()) {
            (Some(identity), Some(holdings)) => holdings.on_object(&self.store, identity, permission, row).await,
            _ => Ok(self.holds(permission)),
        }
    }

    /// Rows the key of which, at `path`, is that of an object on which the caller holds a permission, `app.codename`. `None` when
    /// they can hold it on none.
    pub fn held(&self, permission: &str, path: &str) -> Option<Condition> {
        let identity = self.caller.identity()?;
        if identity.holds(permission) {
            return Some(Condition::True);
        }
        let holdings = self.services.get::<Holdings>().filter(|_| !identity.rights.roles.is_empty())?;
        Some(holdings.held(&identity.rights.roles, permission, path))
    }

    /// A query for the rows of a resource that the caller may see.
    ///
    /// # Errors
    /// `Denied` when they see none of this kind.
    pub async fn visible(&self, resource: &'static Resource) -> Result<Query> {
        let endpoint = self.api.endpoint(resource).ok_or_else(|| Error::internal(format!("{} is not served", resource.model)))?;
        listed(self, endpoint).await
    }

    /// The object of a resource that the text in a URL names, if the caller may see it; refused in the contract's words if not.
    ///
    /// # Errors
    /// `Denied` or `NotFound`.
    pub async fn object(&self, resource: &'static Resource, text: &str) -> Result<Record> {
        let endpoint = self.api.endpoint(resource).ok_or_else(|| Error::internal(format!("{} is not served", resource.model)))?;
        crate::read::find(self, endpoint, text).await
    }
}
