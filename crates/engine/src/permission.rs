//! Who may do what: the one place through which rows are reached.
//!
//! Superusers reach every row, owners their own, and hooks may open more. Roles join here when they come; nothing else in the
//! engine decides about access.

use vestibule_resource::{Error, Record, Result};
use vestibule_store::{Condition, Query};

use crate::{Access, Action, Caller, Context, Endpoint, Need, Target};

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
/// `Denied` when the caller may see none of this kind.
pub(crate) fn visible(cx: &Context, endpoint: &Endpoint) -> Result<Query> {
    let query = Query::all(endpoint.resource).filter(endpoint.hooks.hidden(cx));
    if cx.caller.superuser() {
        return Ok(query);
    }
    let user = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    let mut reasons: Vec<Condition> = endpoint.resource.owner.map(|owner| Condition::is(owner, user)).into_iter().collect();
    reasons.extend(endpoint.hooks.visible_to(cx));
    if reasons.is_empty() {
        return Err(Error::denied());
    }
    Ok(query.filter(Condition::Any(reasons)))
}

/// Whether the caller may create.
///
/// # Errors
/// `Denied`.
pub(crate) fn create(cx: &Context, endpoint: &Endpoint) -> Result<()> {
    let open = endpoint.create == Access::Login && cx.caller.user().is_some();
    if open || cx.caller.superuser() { Ok(()) } else { Err(Error::denied()) }
}

/// Whether the caller may change or delete a row that they see: superusers and owners do.
///
/// # Errors
/// `Denied`.
pub(crate) fn change(cx: &Context, row: &Record) -> Result<()> {
    if cx.caller.superuser() || owns(cx, row) { Ok(()) } else { Err(Error::denied()) }
}

/// Whether the caller may run an action (on a row, when it has one).
///
/// # Errors
/// `Denied` or `Unauthenticated`.
pub(crate) fn act(cx: &Context, action: &Action, row: Option<&Record>) -> Result<()> {
    let permitted = match action.need {
        Need::Anybody => true,
        Need::Login => cx.caller.user().is_some(),
        Need::View => cx.caller.superuser() || row.is_some(),
        Need::Add | Need::Permission(_) => cx.caller.superuser() || row.is_some_and(|row| owns(cx, row)),
    };
    if permitted { Ok(()) } else { Err(Error::denied()) }
}

fn owns(cx: &Context, row: &Record) -> bool {
    let owner = row.resource.owner.map(|owner| row.get(owner));
    owner.is_some_and(|owner| !owner.is_null() && owner.as_int() == cx.caller.user())
}
