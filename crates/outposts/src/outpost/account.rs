//! The account of an outpost: the user that it acts as, and the token that it proves so with.

use serde_json::json;
use uuid::Uuid;
use vestibule_core::{
    tenant::Settings,
    tokens::{Intent, NewToken, Token},
    users::{User, UserType},
};
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record, Result, Word as _};
use vestibule_store::{Query, Transaction};

/// Name of the user that an outpost acts as.
pub fn account_name(outpost: Uuid) -> String {
    format!("ak-outpost-{}", outpost.simple())
}

/// Identifier of the token that an outpost calls the API with.
pub fn token_identifier(outpost: Uuid) -> String {
    format!("ak-outpost-{outpost}-api")
}

/// Makes the account.
pub(super) async fn create(cx: &Context, tx: &mut Transaction, outpost: &Record) -> Result<()> {
    let Some(key) = outpost.key().as_uuid() else { return Ok(()) };
    let name = outpost.text("name");
    let user = vec![
        ("username", account_name(key).into()),
        ("name", format!("Outpost {name} Service-Account").into()),
        ("type", UserType::InternalServiceAccount.into()),
        ("path", "goauthentik.io/outposts".into()),
        ("attributes", json!({}).into()),
        ("password", vestibule_secret::unusable(cx.store.world()).into()),
    ];
    let user = tx.insert(User::RESOURCE, user).await?;
    let token = NewToken {
        identifier: token_identifier(key),
        intent: Intent::Api,
        user: user.key().as_int().unwrap_or_default(),
        description: format!("Made for the outpost {name}, which calls the API with it."),
        expires: None,
        key: cx.store.world().key(Settings::load(&cx.store).await?.token_length()),
    };
    let mut columns = token.values();
    columns.push(("managed", format!("goauthentik.io/outpost/{}", token.identifier).into()));
    tx.insert(Token::RESOURCE, columns).await?;
    Ok(())
}

/// Removes the account, and with it the token.
pub(super) async fn remove(tx: &mut Transaction, outpost: &Record) -> Result<()> {
    let Some(key) = outpost.key().as_uuid() else { return Ok(()) };
    let account = Query::all(User::RESOURCE).is("username", account_name(key)).is("type", UserType::InternalServiceAccount.word());
    if let Some(user) = tx.first(&account).await? {
        tx.delete(User::RESOURCE, user.key()).await?;
    }
    Ok(())
}
