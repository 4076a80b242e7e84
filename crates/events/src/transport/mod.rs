//! Transports: how people are told.

mod config;
mod hooks;
mod test;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

pub use config::{NotificationTransport, TransportMode};

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(NotificationTransport::RESOURCE).hooks(&hooks::TransportHooks).actions(test::ACTIONS)
}
