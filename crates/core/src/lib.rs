//! Users, groups, tokens, sessions, roles, brands, events and reputation, and who is calling.
//!
//! One folder per resource: `config.rs` declares it, `hooks.rs` and `actions.rs` say what is irregular about it.

mod action;
pub mod authn;
mod body;
pub mod brands;
pub mod events;
mod file_name;
pub mod groups;
pub mod janitor;
mod memory;
pub mod redact;
pub mod reputation;
pub mod roles;
mod services;
pub mod sessions;
pub mod tenant;
#[cfg(test)]
mod testing;
pub mod tokens;
pub mod users;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::{Model as _, Resource};

pub use body::Body;
pub use file_name::check_file_names;
pub use services::{Keys, services};

/// Components of the OpenAPI document: texts of JSON objects, component name to schema.
pub const SCHEMAS: &[&str] = &[users::SCHEMAS, groups::SCHEMAS, tokens::SCHEMAS, sessions::SCHEMAS, brands::SCHEMAS];

/// What the API serves of this area.
pub fn endpoints() -> Vec<Endpoint> {
    vec![
        users::endpoint(),
        groups::endpoint(),
        roles::endpoint(),
        tokens::endpoint(),
        sessions::endpoint(),
        brands::endpoint(),
        Endpoint::new(events::Event::RESOURCE).operations(Operations::None),
        Endpoint::new(reputation::Reputation::RESOURCE).operations(Operations::None),
    ]
}

/// The resources of this area.
pub fn resources() -> Vec<&'static Resource> {
    endpoints().iter().map(|endpoint| endpoint.resource).collect()
}
