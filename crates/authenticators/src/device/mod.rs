//! Devices in general, and the lists of all of them.

mod add;
mod all;
mod config;
mod hooks;
mod usage;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::{Model as _, Resource};

pub use add::{add, note_step};
pub(crate) use all::OPERATIONS;
pub use config::Device;
pub use usage::DeviceUsage;

/// The base of all types, and what is noted of each device.
pub(crate) fn endpoints() -> [Endpoint; 2] {
    [
        Endpoint::new(Device::RESOURCE).operations(Operations::NONE).hooks(&hooks::DeviceHooks),
        Endpoint::new(DeviceUsage::RESOURCE).operations(Operations::NONE),
    ]
}

/// The two collections of a type of device: people's own, and everybody's for those who look after them.
pub(crate) fn collections(resource: &'static Resource, administered: &'static str) -> [Endpoint; 2] {
    [
        Endpoint::new(resource).operations(Operations::ALL.without(Operations::CREATE)),
        Endpoint::administered(resource, administered).operations(Operations::ALL.without(Operations::USED_BY)),
    ]
}
