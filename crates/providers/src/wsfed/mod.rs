//! Applications that speak WS-Federation.

mod actions;
mod config;
mod hooks;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

pub(crate) use actions::METADATA;
pub use config::{SamlVersion, WSFederationProvider};

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(WSFederationProvider::RESOURCE).hooks(&hooks::WsFederationHooks).actions(actions::ACTIONS)
}
