//! Reputation: how well somebody behaved lately, so that guessing passwords gets nowhere.

mod config;
mod hooks;
mod score;
mod scores;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

pub use config::Reputation;
pub use scores::Scores;

/// Components of the OpenAPI document.
pub const SCHEMAS: &str = include_str!("schemas.json");

/// What the API serves. Scores come from what people do; administrators only look at them and forget them.
pub fn endpoint() -> Endpoint {
    Endpoint::new(Reputation::RESOURCE)
        .operations(Operations::READ.with(Operations::DESTROY).with(Operations::USED_BY))
        .hooks(&hooks::ReputationHooks)
        .param(hooks::IDENTIFIERS)
}
