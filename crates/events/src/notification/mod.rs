//! Notifications: what people were told.

mod actions;
mod config;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

pub use config::Notification;

/// What the API serves. Rules make notifications; people only read, mark and delete them.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(Notification::RESOURCE).operations(Operations::ALL.without(Operations::CREATE)).actions(actions::ACTIONS)
}
