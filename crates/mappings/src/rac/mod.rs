//! Mappings of providers of remote access.

mod config;
mod hooks;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

pub use config::RACPropertyMapping;

/// Components of the OpenAPI document: this is the one type that needs no expression.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(RACPropertyMapping::RESOURCE).hooks(&hooks::RacHooks)
}
