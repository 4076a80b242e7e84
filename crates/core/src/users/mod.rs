//! Users: people and machines that can log in.

mod actions;
mod avatar;
mod config;
mod find;
mod hooks;
mod impersonation;
mod me;
mod password;
mod past_password;
mod path;
mod secrets;
mod service_account;
#[cfg(test)]
mod tests;

use vestibule_engine::Endpoint;
use vestibule_resource::{Error, Model as _, Record, Result};

pub use avatar::{avatar, initials};
pub use config::{PARTIAL_USER, User, UserType};
pub use find::{find_by, get, is_superuser};
pub use impersonation::{Impersonation, original};
pub use password::{end_sessions, own_session, set_password};
pub use past_password::{PastPassword, last_passwords, past_passwords_kept};

use crate::services::Keys;

/// Components of the OpenAPI document.
pub const SCHEMAS: &str = include_str!("schemas.json");

/// What the API serves.
pub fn endpoint() -> Endpoint {
    Endpoint::new(User::RESOURCE).hooks(&hooks::UserHooks).actions(actions::ACTIONS).quiet_switches().asked()
}

/// The name by which other systems know the user: stable for this installation, 64 hexadecimal digits.
pub fn uid(user: &Record, keys: &Keys) -> String {
    vestibule_secret::uid(user.key().as_int().unwrap_or_default(), &keys.install_id)
}

/// The row that an action on an object was given.
pub(crate) fn needed(row: Option<Record>) -> Result<Record> {
    row.ok_or_else(|| Error::internal("an action on an object was run without one"))
}
