//! How a type of policy tells the engine what it decides.

use futures::future::BoxFuture;
use vestibule_engine::Context;
use vestibule_resource::{Record, Resource, Result};

use crate::{PolicyRequest, PolicyResult};

/// A type of policy, erased: its settings and its verdict.
pub struct PolicyKind {
    /// The resource that holds its settings.
    pub resource: &'static Resource,
    /// Its verdict depends on nothing but its settings, the user, their groups, the address and the context, so it may be kept for a
    /// while.
    pub lasting: bool,
    /// Decides about a request, from the row of settings. A policy that cannot decide answers [`PolicyResult::raised`], or an error
    /// that a person caused (`Invalid`): then the binding's failure result counts. Any other error denies, whatever the binding says;
    /// the words of a `Denied` are told to the visitor. What it changes in the request's context is there for those asked after it.
    pub passes: Passes,
}

/// What decides.
pub type Passes = for<'a> fn(&'a Context, &'a Record, &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>>;
