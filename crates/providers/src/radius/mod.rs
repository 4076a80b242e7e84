//! Devices that speak RADIUS.

mod config;
mod hooks;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

use crate::provider::UNASSIGNED;

pub use config::RadiusProvider;

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(RadiusProvider::RESOURCE).hooks(&hooks::RadiusHooks).param(UNASSIGNED)
}
