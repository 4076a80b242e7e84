//! The account of a SCIM source, and the token that stands for it.

use std::collections::HashMap;

use serde_json::Value as Json;
use vestibule_core::{
    tenant::Settings,
    tokens::{Intent, NewToken, Token},
    users::{User, UserType},
};
use vestibule_engine::{Context, Draft};
use vestibule_resource::{Model as _, Record, Result, Value};
use vestibule_store::{Condition, Query, Transaction};

use super::SCIMSource;

/// Folder of the accounts in the directory of users.
const FOLDER: &str = "goauthentik.io/sources/scim";

/// Makes the account and the token of a new source.
pub(super) async fn open(cx: &Context, tx: &mut Transaction, source: &Record) -> Result<()> {
    let name = identifier(source);
    let user = vec![
        ("username", Value::from(name.as_str())),
        ("name", people_read(source).into()),
        ("type", UserType::InternalServiceAccount.into()),
        ("path", FOLDER.into()),
        ("password", vestibule_secret::unusable(cx.store.world()).into()),
    ];
    let user = tx.insert(User::RESOURCE, user).await?;
    let settings = Settings::load(&cx.store).await?;
    let token = NewToken {
        identifier: name,
        intent: Intent::Api,
        user: user.key().as_int().unwrap_or_default(),
        description: String::new(),
        expires: None,
        key: cx.store.world().key(settings.token_length()),
    };
    let mut values = token.values();
    values.push(("managed", format!("{FOLDER}/{}", source.key()).into()));
    let token = tx.insert(Token::RESOURCE, values).await?;
    tx.update(SCIMSource::RESOURCE, source.key(), vec![("token", token.key().clone())]).await?;
    Ok(())
}

/// Keeps the account's name that of the source.
pub(super) async fn rename(tx: &mut Transaction, draft: &Draft, source: &Record) -> Result<()> {
    let renamed = draft.before.as_ref().is_some_and(|before| before.text("name") != source.text("name"));
    if renamed && let Some(user) = tx.first(&of(source)).await? {
        tx.update(User::RESOURCE, user.key(), vec![("name", people_read(source).into())]).await?;
    }
    Ok(())
}

/// Deletes the account, and with it the token, of a source that is about to be deleted: nothing is left that could log in.
pub(crate) async fn retire(tx: &mut Transaction, source: &Record) -> Result<()> {
    if source.text("model") != SCIMSource::RESOURCE.model {
        return Ok(());
    }
    // The source would go with its token, and could then not be deleted.
    tx.update(SCIMSource::RESOURCE, source.key(), vec![("token", Value::Null)]).await?;
    tx.delete_where(&of(source)).await?;
    Ok(())
}

/// The tokens of these sources, shown, in the order of the sources.
pub(super) async fn tokens(cx: &Context, sources: &[Record]) -> Result<Vec<Json>> {
    let names: Vec<Value> = sources.iter().map(|source| identifier(source).into()).collect();
    let theirs = Condition::In { path: "identifier".into(), values: names };
    let tokens = cx.store.select(&Query::all(Token::RESOURCE).filter(theirs).include_expired(true)).await?;
    let shown = cx.api.show(cx, &tokens, None).await?;
    let mut by_name: HashMap<&str, Json> = tokens.iter().map(|token| token.text("identifier")).zip(shown).collect();
    Ok(sources.iter().map(|source| by_name.remove(identifier(source).as_str()).unwrap_or_default()).collect())
}

/// The account of a source; people cannot make accounts of that type.
fn of(source: &Record) -> Query {
    Query::all(User::RESOURCE).is("username", identifier(source)).is("type", UserType::InternalServiceAccount)
}

fn identifier(source: &Record) -> String {
    format!("ak-source-scim-{}", source.key())
}

fn people_read(source: &Record) -> String {
    format!("SCIM Source {} Service-Account", source.text("name"))
}
