//! The account of an outpost: the user that it acts as, the role that says what it may see, and the token that it proves itself with.

use serde_json::json;
use uuid::Uuid;
use vestibule_core::{
    groups::ROLES_OF_USER,
    roles::Role,
    tenant::Settings,
    tokens::{Intent, NewToken, Token},
    users::{User, UserType},
};
use vestibule_resource::{Model as _, Record, Result, Value, Word as _};
use vestibule_store::{Query, Store, Transaction};

use super::rights;

/// Name of the user that an outpost acts as.
pub fn account_name(outpost: Uuid) -> String {
    format!("ak-outpost-{}", outpost.simple())
}

/// Identifier of the token that an outpost calls the API with.
pub fn token_identifier(outpost: Uuid) -> String {
    format!("ak-outpost-{outpost}-api")
}

/// Makes the account; what it may see is kept by `rights`.
pub(super) async fn create(store: &Store, tx: &mut Transaction, outpost: &Record) -> Result<()> {
    let Some(key) = outpost.key().as_uuid() else { return Ok(()) };
    let name = outpost.text("name");
    let user = vec![
        ("username", account_name(key).into()),
        ("name", format!("Outpost {name} Service-Account").into()),
        ("type", UserType::InternalServiceAccount.into()),
        ("path", "goauthentik.io/outposts".into()),
        ("attributes", json!({}).into()),
        ("password", vestibule_secret::unusable(store.world()).into()),
    ];
    let user = tx.insert(User::RESOURCE, user).await?;
    let token = NewToken {
        identifier: token_identifier(key),
        intent: Intent::Api,
        user: user.key().as_int().unwrap_or_default(),
        description: format!("Made for the outpost {name}, which calls the API with it."),
        expires: None,
        key: store.world().key(Settings::load(store).await?.token_length()),
    };
    let mut columns = token.values();
    columns.push(("managed", format!("goauthentik.io/outpost/{}", token.identifier).into()));
    tx.insert(Token::RESOURCE, columns).await?;
    Ok(())
}

/// Removes the account, and with it the token and the role.
pub(super) async fn remove(tx: &mut Transaction, outpost: &Record) -> Result<()> {
    rights::take_turn(tx).await?;
    if let Some(user) = find(tx, outpost).await? {
        tx.delete_where(&Query::all(Role::RESOURCE).is("managed", role_name(&user))).await?;
        tx.delete(User::RESOURCE, user.key()).await?;
    }
    Ok(())
}

/// The role of an outpost's account, made unless it is there; `None` when there is no account any more.
pub(super) async fn role(tx: &mut Transaction, outpost: &Record) -> Result<Option<Value>> {
    let Some(user) = find(tx, outpost).await? else { return Ok(None) };
    let name = role_name(&user);
    let role = match tx.first(&Query::all(Role::RESOURCE).is("managed", name.as_str())).await? {
        Some(role) => role,
        None => tx.insert(Role::RESOURCE, vec![("name", name.as_str().into()), ("managed", name.as_str().into())]).await?,
    };
    tx.link(&ROLES_OF_USER, user.key(), role.key()).await?;
    Ok(Some(role.key().clone()))
}

async fn find(tx: &mut Transaction, outpost: &Record) -> Result<Option<Record>> {
    let Some(key) = outpost.key().as_uuid() else { return Ok(None) };
    let account = Query::all(User::RESOURCE).is("username", account_name(key));
    tx.first(&account.is("type", UserType::InternalServiceAccount.word())).await
}

/// Name of the role that one user holds and nobody else.
fn role_name(user: &Record) -> String {
    format!("ak-managed-role--user-{}", user.key())
}
