//! Tokens: secrets that stand for users.

mod actions;
mod config;
mod hooks;
mod key;
mod rotate;
#[cfg(test)]
mod tests;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

pub use config::{Intent, Token};
pub use key::{NewToken, find, key_hash};
pub(crate) use rotate::rotate;

/// Components of the OpenAPI document.
pub const SCHEMAS: &str = include_str!("schemas.json");

/// User attribute: whether tokens that the user makes for themselves end.
pub const EXPIRES_ATTRIBUTE: &str = "goauthentik.io/user/token-expires";
/// User and group attribute: the longest that app passwords may last, `days=30`.
pub const LIFETIME_ATTRIBUTE: &str = "goauthentik.io/user/token-maximum-lifetime";

/// What the API serves. Everybody may make tokens for themselves.
pub fn endpoint() -> Endpoint {
    Endpoint::new(Token::RESOURCE).hooks(&hooks::TokenHooks).actions(actions::ACTIONS).open_to_create()
}
