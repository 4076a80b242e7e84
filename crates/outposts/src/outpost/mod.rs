//! Outposts themselves.

mod account;
mod actions;
mod config;
mod hooks;
mod providers;
mod rights;
mod settings;

use vestibule_engine::Endpoint;
use vestibule_resource::{Model as _, Result};
use vestibule_store::{Follower, Query, Store, Transaction};

pub use account::{account_name, token_identifier};
pub use config::{Outpost, OutpostType};

/// `managed` of the outpost that is part of this server.
pub const EMBEDDED: &str = "goauthentik.io/outposts/embedded";

/// Keeps what outposts' accounts may see in step with what they serve.
pub const RIGHTS: &dyn Follower = &rights::Rights;

/// Gives an account to every outpost that was made outside of requests.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn open_accounts(store: &Store, tx: &mut Transaction) -> Result<()> {
    for outpost in tx.select(&Query::all(Outpost::RESOURCE)).await? {
        account::create(store, tx, &outpost).await?;
    }
    rights::keep(store, tx).await
}

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(Outpost::RESOURCE).hooks(&hooks::OutpostHooks).actions(actions::ACTIONS)
}
