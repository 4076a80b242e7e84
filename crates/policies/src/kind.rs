//! How a type of policy tells the engine what it decides.

use futures::future::BoxFuture;
use vestibule_engine::Context;
use vestibule_resource::{Record, Resource, Result};

use crate::{PolicyRequest, PolicyResult};

/// A type of policy, erased: its settings and its verdict.
pub struct PolicyKind {
    /// The resource that holds its settings.
    pub resource: &'static Resource,
    /// Decides about a request, from the row of settings. An error that a person caused (`Invalid`) counts as the binding's failure
    /// result; any other error denies, and the words of a `Denied` are told to the visitor.
    pub passes: for<'a> fn(&'a Context, &'a Record, &'a PolicyRequest<'a>) -> BoxFuture<'a, Result<PolicyResult>>,
}
