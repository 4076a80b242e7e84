//! Rules: which events are told to whom.

mod config;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

pub use config::{NotificationRule, Severity};

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(NotificationRule::RESOURCE)
}
