//! API tokens do not end, they change: whoever looks them up again goes on.

use serde_json::json;
use vestibule_resource::{Model as _, Record, Result};
use vestibule_store::Transaction;
use vestibule_world::World;

use super::{Intent, Token, key_hash};
use crate::{events, tenant::Settings};

/// Gives an expired API token a new key and a new end, unless another node or a person was faster.
pub(crate) async fn rotate(tx: &mut Transaction, world: &World, settings: &Settings, token: &Record) -> Result<()> {
    let now = world.now();
    let expired = |row: &Record| row.flag("expiring") && row.time("expires").is_some_and(|end| end < now);
    if !tx.lock(Token::RESOURCE, token.key()).await?.as_ref().is_some_and(expired) {
        return Ok(());
    }
    let key = world.key(settings.token_length());
    let hash = key_hash(Intent::Api, token.int("user"), &key);
    let changes = vec![("key", key.into()), ("key_hash", hash.into()), ("expires", settings.token_expiry(now).into())];
    tx.update(Token::RESOURCE, token.key(), changes).await?;
    events::emit_by_server(tx, world, settings, "secret_rotate", json!({ "secret": events::reference(token) })).await
}
