//! Object attributes: what the organisation keeps about its users, groups and other objects, beside what every server does.

mod config;
mod hooks;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

pub use config::{ObjectAttribute, ObjectAttributeType};

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(ObjectAttribute::RESOURCE).operations(Operations::ALL.without(Operations::USED_BY)).hooks(&hooks::ObjectAttributeHooks)
}
