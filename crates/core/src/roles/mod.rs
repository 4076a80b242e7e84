//! Roles: permissions under one name.

mod config;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

pub use config::Role;

/// Roles are shown inside users and groups; they have no collection yet.
pub fn endpoint() -> Endpoint {
    Endpoint::new(Role::RESOURCE).operations(Operations::None)
}
