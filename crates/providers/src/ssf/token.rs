//! The token with which an application sets up its stream, and the account it stands for.

use std::collections::HashMap;

use serde_json::{Map, Value as Json};
use vestibule_core::{
    tenant::Settings,
    tokens::{Intent, NewToken, Token},
    users::{User, UserType},
};
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record, Result, Value};
use vestibule_store::{Condition, Query, Transaction};

use super::SSFProvider;

/// Makes an account that may do nothing, and a token for it. The key can be read where the token is.
pub(super) async fn issue(cx: &Context, tx: &mut Transaction, provider: &Record) -> Result<()> {
    let name = format!("ak-providers-ssf-{}", provider.key());
    let values = vec![
        ("username", Value::from(name.as_str())),
        ("name", Value::from(format!("SSF Provider {}", provider.text("name")))),
        ("type", UserType::InternalServiceAccount.into()),
        ("path", "goauthentik.io/providers/ssf".into()),
        ("password", vestibule_secret::unusable(cx.store.world()).into()),
    ];
    let user = tx.insert(User::RESOURCE, values).await?;
    let token = NewToken {
        identifier: format!("{name}-token"),
        intent: Intent::Api,
        user: user.int("id"),
        description: format!("Sets up streams of the provider {}", provider.text("name")),
        expires: None,
        key: cx.store.world().key(Settings::load(&cx.store).await?.token_length()),
    };
    let token = token.insert(tx).await?;
    tx.update(SSFProvider::RESOURCE, provider.key(), vec![("token", token.key().clone())]).await?;
    Ok(())
}

/// Removes the account of a provider that is being deleted, and its token with it; does nothing for other types of provider.
pub(crate) async fn forget(cx: &Context, tx: &mut Transaction, provider: &Record) -> Result<()> {
    let Some(provider) = cx.store.get(SSFProvider::RESOURCE, provider.key().clone()).await? else { return Ok(()) };
    let Some(token) = provider.uuid("token") else { return Ok(()) };
    let Some(token) = cx.store.get(Token::RESOURCE, token).await? else { return Ok(()) };
    tx.delete(User::RESOURCE, token.get("user")).await?;
    Ok(())
}

/// Shows the token of a provider that was made a moment ago: its row was read before it had one.
pub(super) async fn show_new(cx: &Context, rows: &[Record], objects: &mut [Map<String, Json>]) -> Result<()> {
    let keys: Vec<Value> = rows.iter().filter(|row| row.get("token").is_null()).map(|row| row.key().clone()).collect();
    if keys.is_empty() {
        return Ok(());
    }
    let fresh = cx.store.select(&Query::all(SSFProvider::RESOURCE).filter(Condition::In { path: "id".into(), values: keys })).await?;
    let wanted = fresh.iter().map(|row| row.get("token").clone()).filter(|token| !token.is_null()).collect();
    let tokens = cx.store.select(&Query::all(Token::RESOURCE).filter(Condition::In { path: "token_uuid".into(), values: wanted })).await?;
    let shown: HashMap<String, Json> =
        tokens.iter().map(|token| token.key().to_string()).zip(cx.api.show(cx, &tokens, None).await?).collect();
    for (row, object) in rows.iter().zip(objects) {
        let token = fresh.iter().find(|other| other.key() == row.key()).and_then(|row| shown.get(&row.get("token").to_string()));
        if let Some(token) = token {
            object.insert("token_obj".into(), token.clone());
        }
    }
    Ok(())
}
