//! Connectors: where knowledge about devices comes from.

mod agent;
mod base;
mod fleet;
mod google_chrome;
mod mdm;

use vestibule_engine::{Action, Endpoint, Operations, types};
use vestibule_resource::Model as _;

use crate::on_device;

pub use agent::AgentConnector;
pub use base::Connector;
pub use fleet::FleetConnector;
pub use google_chrome::GoogleChromeConnector;

/// The types of connector.
static TYPES: &[Action] = &[types::<Connector>("endpoints_connectors_types_list")];

/// What the API serves of connectors.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(Connector::RESOURCE).operations(Operations::READ.with(Operations::DESTROY).with(Operations::USED_BY)).actions(TYPES),
        Endpoint::new(AgentConnector::RESOURCE).actions(mdm::ACTIONS).actions(on_device::ACTIONS),
        Endpoint::new(FleetConnector::RESOURCE),
        Endpoint::new(GoogleChromeConnector::RESOURCE),
    ]
}
