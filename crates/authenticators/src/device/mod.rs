//! Devices in general, and the lists of all of them.

mod all;
mod config;
mod hooks;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::{Model as _, Resource};

pub(crate) use all::OPERATIONS;
pub use config::Device;

/// The base of all types.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(Device::RESOURCE).operations(Operations::NONE).hooks(&hooks::DeviceHooks)
}

/// The two collections of a type of device: people's own, and everybody's for those who look after them.
pub(crate) fn collections(resource: &'static Resource, administered: &'static str) -> [Endpoint; 2] {
    [
        Endpoint::new(resource).operations(Operations::ALL.without(Operations::CREATE)),
        Endpoint::administered(resource, administered).operations(Operations::ALL.without(Operations::USED_BY)),
    ]
}
