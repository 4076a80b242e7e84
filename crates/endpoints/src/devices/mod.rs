//! Devices, the connections through which they are known, and what was told about them.

mod actions;
mod config;
mod connection;
pub(crate) mod facts;
mod hooks;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

pub use config::EndpointDevice;
pub use connection::{DeviceConnection, DeviceFactSnapshot, Vendor};

/// What the API serves of devices.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(EndpointDevice::RESOURCE)
            .operations(Operations::ALL.without(Operations::CREATE))
            .hooks(&hooks::DeviceHooks)
            .actions(actions::ACTIONS),
        Endpoint::new(DeviceConnection::RESOURCE).operations(Operations::NONE).hooks(&hooks::ConnectionHooks),
        Endpoint::new(DeviceFactSnapshot::RESOURCE).operations(Operations::NONE),
    ]
}
