//! Rules: how often objects have to be reviewed, and by whom.

mod config;
mod hooks;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

pub use config::{ContentType, LifecycleRule};
pub(crate) use hooks::REVIEWERS;

/// What the API serves of rules.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(LifecycleRule::RESOURCE)
        .operations(Operations::ALL.without(Operations::USED_BY))
        .hooks(&hooks::RuleHooks)
        .param(r#"{"in": "query", "name": "content_type__model", "schema": {"type": "string"}}"#)
}
