//! Applications that speak SAML 2.0.

mod actions;
mod attributes;
mod choices;
mod config;
mod hooks;
mod import;
pub(crate) mod metadata;
mod name_id;
mod preview;
mod urls;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

pub(crate) use actions::METADATA;
pub use choices::{Binding, LogoutMethod as SAMLLogoutMethod};
pub use config::SAMLProvider;
pub(crate) use preview::preview;
pub(crate) use urls::download;

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(SAMLProvider::RESOURCE).hooks(&hooks::SamlHooks).actions(actions::ACTIONS)
}
