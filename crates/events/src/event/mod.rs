//! Events, as the API serves them.

mod actions;
mod figures;
mod filter;
mod hooks;

use vestibule_engine::{Endpoint, Operations};

/// Adds what the API serves of events to the core's endpoint of them.
pub fn serve(endpoint: Endpoint) -> Endpoint {
    let endpoint = endpoint.operations(Operations::ALL.without(Operations::USED_BY)).hooks(&hooks::EventHooks).actions(actions::ACTIONS);
    filter::PARAMS.iter().fold(endpoint, |endpoint, param| endpoint.param(param))
}
