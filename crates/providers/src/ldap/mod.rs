//! Applications that speak LDAP.

mod config;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

use crate::provider::UNASSIGNED;

pub use config::{AccessMode, LDAPProvider};

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(LDAPProvider::RESOURCE).param(UNASSIGNED)
}
