//! Outposts themselves.

mod account;
mod actions;
mod config;
mod hooks;
mod providers;
mod settings;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

pub use account::{account_name, token_identifier};
pub use config::{Outpost, OutpostType};

/// `managed` of the outpost that is part of this server.
pub const EMBEDDED: &str = "goauthentik.io/outposts/embedded";

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(Outpost::RESOURCE).hooks(&hooks::OutpostHooks).actions(actions::ACTIONS)
}
