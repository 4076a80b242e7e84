//! From how names are used to which variables functions share.

use super::scope::{Kind, Scope};
use crate::Str;

/// Finds the owner of every name that a scope uses and does not own.
///
/// # Errors
/// The name of a `nonlocal` that nobody owns, and the scope.
pub(super) fn resolve(scopes: &mut [Scope]) -> Result<(), (usize, Str)> {
    for scope in 0..scopes.len() {
        let names = scopes.get(scope).map(|scope| scope.order.clone()).unwrap_or_default();
        for name in names {
            find_owner(scopes, scope, &name)?;
        }
    }
    Ok(())
}

fn find_owner(scopes: &mut [Scope], from: usize, name: &Str) -> Result<(), (usize, Str)> {
    let Some(scope) = scopes.get(from) else { return Ok(()) };
    let usage = scope.usages.get(name).copied().unwrap_or_default();
    if usage.global || scope.owns(name) {
        return Ok(());
    }
    let (mut path, mut next) = (vec![from], scope.parent);
    while let Some((index, scope)) = next.and_then(|index| Some((index, scopes.get(index)?))) {
        let usage = scope.usages.get(name).copied().unwrap_or_default();
        let may_own = scope.kind != Kind::Class || &**name == "__class__";
        if may_own && usage.global {
            break;
        }
        if may_own && scope.owns(name) {
            share(scopes, index, &path, name);
            return Ok(());
        }
        path.push(index);
        next = scope.parent;
    }
    match usage.nonlocal {
        true if scopes.get(from).is_some_and(|scope| scope.kind != Kind::Comprehension) => Err((from, name.clone())),
        _ => Ok(()),
    }
}

fn share(scopes: &mut [Scope], owner: usize, path: &[usize], name: &Str) {
    if let Some(owner) = scopes.get_mut(owner) {
        owner.captured.insert(name.clone());
    }
    for index in path {
        if let Some(scope) = scopes.get_mut(*index)
            && scope.is_free.insert(name.clone())
        {
            scope.free.push(name.clone());
        }
    }
}
