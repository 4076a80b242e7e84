//! What all types of provider share.

mod assigned;
mod config;
mod hooks;
mod mappings;
mod outposts;
mod preview;
mod types;

use vestibule_engine::{Action, Endpoint, Operations};
use vestibule_resource::{Error, Model as _, Record, Result};

pub(crate) use assigned::{Assigned, assigned, slug, slug_needed};
pub use config::{PROVIDER, Provider};
pub(crate) use mappings::{mappings, scope};
pub(crate) use preview::{preview_user, previewed, subject};

/// Query parameter of the types that outposts serve: whether no application uses the provider.
pub(crate) const UNASSIGNED: &str = r#"{"in":"query","name":"application__isnull","schema":{"type":"boolean"}}"#;
const BACKCHANNEL: &str = r#"{"in":"query","name":"backchannel","schema":{"type":"boolean"}}"#;

static ACTIONS: &[Action] = &[types::TYPES];

/// What the API serves of providers whatever their type.
pub(crate) fn endpoint() -> Endpoint {
    let operations = Operations::READ.with(Operations::DESTROY).with(Operations::USED_BY);
    Endpoint::new(Provider::RESOURCE)
        .operations(operations)
        .hooks(&hooks::ProviderHooks)
        .actions(ACTIONS)
        .param(UNASSIGNED)
        .param(BACKCHANNEL)
}

/// The row that an action on an object was given.
pub(crate) fn needed(row: Option<Record>) -> Result<Record> {
    row.ok_or_else(|| Error::internal("an action on an object was run without one"))
}
