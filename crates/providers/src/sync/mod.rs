//! Directories of others that are kept in step: what all types of them share.

mod actions;
mod choices;
pub(crate) mod links;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Resource;

pub(crate) use actions::{object, status};
pub use choices::DeleteAction;

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

/// A collection of links between objects here and there: they are made and removed, never changed.
pub(crate) fn links(resource: &'static Resource) -> Endpoint {
    Endpoint::new(resource).operations(Operations::ALL.without(Operations::UPDATE).without(Operations::PARTIAL))
}
