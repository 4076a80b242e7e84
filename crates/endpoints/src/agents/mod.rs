//! Agents: programs that act for somebody, each with an account and a token of its own.

mod config;
mod create;
mod hooks;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::{Model as _, Result};
use vestibule_store::Store;

pub use config::{Agent, PolicyBehavior};

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(Agent::RESOURCE)
        .operations(Operations::ALL.without(Operations::CREATE).without(Operations::USED_BY))
        .hooks(&hooks::AgentHooks)
        .actions(create::ACTIONS)
}

/// Whether that user is an agent.
async fn is_agent(store: &Store, user: i64) -> Result<bool> {
    Ok(store.get(Agent::RESOURCE, user).await?.is_some())
}
