//! Reading and choosing the key of a token.

use serde_json::{Value as Json, json};
use vestibule_engine::{Action, Answer, Context, Need, Schema};
use vestibule_resource::{Error, Model as _, Record, Result, Word as _};
use vestibule_store::{Condition, Query};

use super::{Intent, Token, hooks::not_the_servers, key_hash};
use crate::{
    action::on_object,
    body::Body,
    events,
    roles::grant::check_acting_as,
    users::{self, needed},
};

/// Reading and choosing the key of a token.
pub(super) static ACTIONS: &[Action] = &[
    on_object("view_key", "GET", "core_tokens_view_key_retrieve", Need::View, Schema::answers("TokenView"), |cx, row, _| {
        Box::pin(view_key(cx, row))
    }),
    on_object(
        "set_key",
        "POST",
        "core_tokens_set_key_create",
        Need::Permission("set_token_key"),
        Schema::takes("TokenSetKeyRequest"),
        |cx, row, body| Box::pin(set_key(cx, row, body)),
    ),
];

async fn view_key(cx: &Context, row: Option<Record>) -> Result<Answer> {
    let token = needed(row)?;
    not_the_servers(cx, &token)?;
    check_reading(cx, &token).await?;
    // Nobody sees a secret unless the log of events says so.
    events::emit(cx, "secret_view", json!({ "secret": events::reference(&token) })).await?;
    Ok(Answer::json(200, json!({ "key": token.text("key") })))
}

async fn set_key(cx: &Context, row: Option<Record>, sent: Json) -> Result<Answer> {
    let token = needed(row)?;
    not_the_servers(cx, &token)?;
    check_holder(cx, &token).await?;
    let mut body = Body::new(sent)?;
    let key = body.optional("key");
    body.check()?;
    let Some(key) = key.filter(|key| !key.is_empty()) else { return Ok(Answer::empty(400)) };
    let intent = Intent::from_word(token.text("intent")).ok_or_else(|| Error::internal("a token without intent"))?;
    let hash = key_hash(intent, token.int("user"), &key);
    if taken(cx, &token, &hash).await? {
        return Err(Error::field("key", "This key cannot be used."));
    }
    let mut tx = cx.begin().await?;
    tx.update(Token::RESOURCE, token.key(), vec![("key", key.into()), ("key_hash", hash.into())]).await?;
    tx.commit().await?;
    Ok(Answer::no_content())
}

/// Who may read a key: whoever it stands for, and who holds the permission.
async fn check_reading(cx: &Context, token: &Record) -> Result<()> {
    if cx.caller.user() != token.get("user").as_int() && !cx.may("authentik_core.view_token_key", token).await? {
        return Err(Error::denied());
    }
    check_holder(cx, token).await
}

/// A key lets whoever knows it act as the one whom it stands for.
async fn check_holder(cx: &Context, token: &Record) -> Result<()> {
    let holder = users::get(&cx.store, token.int("user")).await?.ok_or_else(Error::denied)?;
    check_acting_as(cx, &holder).await
}

async fn taken(cx: &Context, token: &Record, hash: &str) -> Result<bool> {
    let others = Condition::Not(Box::new(Condition::is("token_uuid", token.key().clone())));
    let same = Query::all(Token::RESOURCE).is("key_hash", hash).filter(others).include_expired(true);
    cx.store.exists(&same).await
}
