//! What all types of source share, with the collection of sources of every type.

mod config;
mod hooks;
pub(crate) mod icon;
pub(crate) mod user_settings;

use vestibule_engine::{Action, Endpoint, Operations};
use vestibule_resource::Model as _;

pub use config::Source;

use crate::types;

static ACTIONS: &[Action] = &[types::ACTION, user_settings::ACTION];

/// What the API serves: sources are made in the collections of their types.
pub(crate) fn endpoint() -> Endpoint {
    let operations = Operations::ALL.without(Operations::CREATE).without(Operations::UPDATE).without(Operations::PARTIAL);
    Endpoint::new(Source::RESOURCE).operations(operations).hooks(&hooks::SourceHooks).actions(ACTIONS)
}
