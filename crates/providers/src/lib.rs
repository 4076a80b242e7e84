//! Providers: the protocols by which applications ask who somebody is, and what was issued through them.
//!
//! Every type of provider extends [`Provider`] and lives in a folder of its own: `config.rs` declares it, `hooks.rs` and `actions.rs`
//! say what is irregular about it. `sync` is what those share that keep other directories in step, `outpost` how outposts see
//! the types that they serve.

mod access;
mod google_workspace;
mod ldap;
mod microsoft_entra;
mod oauth2;
mod outpost;
mod provider;
mod proxy;
mod rac;
mod radius;
mod saml;
mod scim;
mod ssf;
mod sync;
mod wsfed;

use vestibule_engine::Area;

pub use google_workspace::{GoogleWorkspaceProvider, GoogleWorkspaceProviderGroup, GoogleWorkspaceProviderUser};
pub use ldap::{AccessMode, LDAPProvider};
pub use microsoft_entra::{MicrosoftEntraProvider, MicrosoftEntraProviderGroup, MicrosoftEntraProviderUser};
pub use oauth2::{
    ClientType, FUNCTIONS, GrantType, IssuerMode, OAuth2DynamicClientRegistration, OAuth2LogoutMethod, OAuth2Provider, SubMode, tokens,
};
pub use provider::{PROVIDER, Provider};
pub use proxy::{ProxyMode, ProxyProvider};
pub use rac::{AuthMode, ConnectionToken, Endpoint, Protocol, RACProvider};
pub use radius::RadiusProvider;
pub use saml::{Binding, SAMLLogoutMethod, SAMLProvider};
pub use scim::{AuthenticationMode, CompatibilityMode, SCIMProvider, SCIMProviderGroup, SCIMProviderUser};
pub use ssf::{DeliveryMethod, EventType, SSFProvider, SSFStream, StreamStatus};
pub use sync::DeleteAction;
pub use wsfed::{SamlVersion, WSFederationProvider};

/// Components of the OpenAPI document.
const SCHEMAS: &[&str] = &[oauth2::SCHEMAS, saml::SCHEMAS, sync::SCHEMAS, rac::SCHEMAS, outpost::SCHEMAS];

/// What the API serves of this area.
pub fn area() -> Area {
    let mut endpoints = vec![provider::endpoint()];
    endpoints.extend(oauth2::endpoints());
    endpoints.extend([proxy::endpoint(), ldap::endpoint(), radius::endpoint(), saml::endpoint(), wsfed::endpoint()]);
    endpoints.extend(scim::endpoints());
    endpoints.extend(google_workspace::endpoints());
    endpoints.extend(microsoft_entra::endpoints());
    endpoints.extend(rac::endpoints());
    endpoints.extend(ssf::endpoints());
    let mut standalone = outpost::operations();
    standalone.extend([saml::METADATA, wsfed::METADATA]);
    Area { endpoints, standalone, schemas: SCHEMAS }
}
