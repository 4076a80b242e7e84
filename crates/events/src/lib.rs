//! What happened, whom it is told to, and how.
//!
//! Events themselves are `vestibule_core::events::Event`, because everything tells some; what the API serves of them stands here. A rule
//! says which events are told to whom, a transport says how, and a notification is what somebody was told.

mod event;
mod notification;
mod rule;
mod transport;

use vestibule_engine::{Area, Endpoint};

pub use event::serve;
pub use notification::Notification;
pub use rule::{NotificationRule, Severity};
pub use transport::{NotificationTransport, TransportMode};

/// What the API serves of this area. Events come from the core, see [`serve`].
pub fn area() -> Area {
    let endpoints: Vec<Endpoint> = vec![transport::endpoint(), rule::endpoint(), notification::endpoint()];
    Area { endpoints, standalone: Vec::new(), schemas: &[include_str!("schemas.json")] }
}
