//! Applications that are told about security events.

mod config;
mod hooks;
mod token;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

use crate::provider::UNASSIGNED;

pub use config::{DeliveryMethod, EventType, SSFProvider, SSFStream, StreamStatus};
pub(crate) use token::forget;

/// What the API serves.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(SSFProvider::RESOURCE).hooks(&hooks::SsfHooks).param(UNASSIGNED),
        Endpoint::new(SSFStream::RESOURCE).operations(Operations::READ.with(Operations::DESTROY)),
    ]
}
