//! Enrolment tokens: secrets with which agents enrol their devices.

mod actions;
mod config;
mod hooks;

use vestibule_engine::Endpoint;
use vestibule_resource::{Model as _, Record, Result};
use vestibule_secret::{same, sha256_hex};
use vestibule_store::{Query, Store};

pub use config::EnrollmentToken;

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(EnrollmentToken::RESOURCE).hooks(&hooks::TokenHooks).actions(actions::ACTIONS)
}

/// The token with that secret, if it has not expired.
pub(crate) async fn find(store: &Store, key: &str) -> Result<Option<Record>> {
    let found = store.first(&Query::all(EnrollmentToken::RESOURCE).is("key_hash", sha256_hex(key)).limit(1)).await?;
    Ok(found.filter(|token| same(token.text("key"), key)))
}
