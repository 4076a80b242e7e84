//! Endpoints: the devices of the organisation, the connectors that tell about them, and what agents on them ask; beside them the
//! agents that act for people.

mod access_groups;
mod agents;
mod bindings;
mod connectors;
mod devices;
mod enclave;
mod enrollment;
mod on_device;
mod shape;

use uuid::Uuid;
use vestibule_core::Body;
use vestibule_engine::{Area, Endpoint};
use vestibule_resource::{Error, Model as _, Record, Result};

pub use access_groups::DeviceAccessGroup;
pub use agents::{Agent, PolicyBehavior};
pub use bindings::DeviceUserBinding;
pub use connectors::{AgentConnector, Connector, FleetConnector, GoogleChromeConnector};
pub use devices::{DeviceConnection, DeviceFactSnapshot, EndpointDevice, Vendor};
pub use enclave::AppleIndependentSecureEnclave;
pub use enrollment::EnrollmentToken;
pub use on_device::DeviceToken;

pub(crate) use devices::facts;

/// Components of the OpenAPI document that no descriptor gives.
const SCHEMAS: &str = include_str!("schemas.json");

/// What the API serves of this area.
pub fn area() -> Area {
    let mut endpoints = connectors::endpoints();
    endpoints.extend(devices::endpoints());
    endpoints.extend([
        Endpoint::new(DeviceAccessGroup::RESOURCE),
        Endpoint::new(DeviceUserBinding::RESOURCE),
        enrollment::endpoint(),
        Endpoint::new(AppleIndependentSecureEnclave::RESOURCE).hooks(&enclave::EnclaveHooks),
        Endpoint::new(DeviceToken::RESOURCE).operations(vestibule_engine::Operations::NONE),
        agents::endpoint(),
    ]);
    Area { endpoints, standalone: on_device::standalone(), schemas: &[SCHEMAS] }
}

/// The row that an action on an object was given.
fn found(row: Option<Record>) -> Result<Record> {
    row.ok_or_else(|| Error::internal("an action on an object was run without one"))
}

/// A key in the body of an action.
fn key(body: &mut Body, name: &str, text: &str) -> Option<Uuid> {
    let key = Uuid::try_parse(text).ok();
    if key.is_none() {
        body.wrong(name, "Must be a valid UUID.");
    }
    key
}
