//! Applications that know nothing of logins: a proxy in front of them does.

mod config;
mod hooks;
mod scopes;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

use crate::provider::UNASSIGNED;

pub use config::{ProxyMode, ProxyProvider};
pub(crate) use scopes::scopes_of;

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(ProxyProvider::RESOURCE).hooks(&hooks::ProxyHooks).param(UNASSIGNED)
}
