//! Applications that speak OAuth 2.0 and OpenID Connect, and what was issued to them.

mod actions;
mod choices;
mod config;
mod functions;
mod hooks;
mod id_token;
mod redirect_uri;
mod registration;
mod signing;
mod token_hooks;
pub mod tokens;
mod urls;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::{Model as _, Resource};

pub use choices::{ClientType, GrantType, IssuerMode, LogoutMethod as OAuth2LogoutMethod, SubMode};
pub use config::OAuth2Provider;
pub use functions::FUNCTIONS;
pub(crate) use redirect_uri::strict;
pub use registration::OAuth2DynamicClientRegistration;
pub(crate) use urls::Urls;

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

/// What the API serves.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(OAuth2Provider::RESOURCE).hooks(&hooks::OAuth2Hooks).actions(actions::ACTIONS),
        Endpoint::new(OAuth2DynamicClientRegistration::RESOURCE).operations(Operations::ALL.without(Operations::USED_BY)),
        issued(tokens::access::TokenModel::RESOURCE),
        issued(tokens::refresh::TokenModel::RESOURCE),
        issued(tokens::code::ExpiringBaseGrantModel::RESOURCE),
    ]
}

/// Nothing that was issued can be made or changed by hand, only revoked.
fn issued(resource: &'static Resource) -> Endpoint {
    let operations = Operations::READ.with(Operations::DESTROY).with(Operations::USED_BY);
    Endpoint::new(resource).operations(operations).hooks(&token_hooks::TokenHooks)
}
