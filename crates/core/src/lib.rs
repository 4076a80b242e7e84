//! Users, groups, tokens, sessions, roles, brands, events and reputation, and who is calling.
//!
//! One folder per resource: `config.rs` declares it, `hooks.rs` and `actions.rs` say what is irregular about it.

mod action;
pub mod authn;
mod body;
pub mod brands;
mod content_type;
pub mod events;
mod file_name;
pub mod geo;
pub mod groups;
pub mod janitor;
mod memory;
mod name_id;
mod picture;
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

use vestibule_engine::{Area, Endpoint, Operations};
use vestibule_resource::Model as _;

pub use body::Body;
pub use content_type::content_type;
pub use file_name::check_file_names;
pub use name_id::NameIdPolicy;
pub use picture::{MEDIA, Picture};
pub use services::{Keys, services};

/// Components of the OpenAPI document: texts of JSON objects, component name to schema.
const SCHEMAS: &[&str] =
    &[users::SCHEMAS, groups::SCHEMAS, tokens::SCHEMAS, sessions::SCHEMAS, brands::SCHEMAS, roles::SCHEMAS, reputation::SCHEMAS];

/// What the API serves of this area.
pub fn area() -> Area {
    let mut endpoints = vec![
        users::endpoint(),
        groups::endpoint(),
        tokens::endpoint(),
        sessions::endpoint(),
        brands::endpoint(),
        Endpoint::new(events::Event::RESOURCE).operations(Operations::NONE).asked(),
        Endpoint::new(users::PastPassword::RESOURCE).operations(Operations::NONE),
        reputation::endpoint(),
    ];
    endpoints.extend(roles::endpoints());
    Area { endpoints, standalone: Vec::new(), schemas: SCHEMAS }
}
