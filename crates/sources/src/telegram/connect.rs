//! `POST connect_user/`: who asks connects their Telegram account, for which Telegram vouches.

use serde_json::{Map, Value as Json, json};
use vestibule_core::{Body, events};
use vestibule_engine::{Answer, Context, Need, Schema, Standalone};
use vestibule_resource::{Error, Model as _, Record, Result, Value};
use vestibule_store::{Query, Transaction};

use super::{TelegramSource, proof};
use crate::{UserTelegramSourceConnection, source::user_settings::passes};

/// Everybody may, whether or not they see the source's settings; so it is no action on the source.
pub(crate) const CONNECT_USER: Standalone = Standalone {
    path: "sources/telegram/{slug}/connect_user",
    method: "POST",
    id: "sources_telegram_connect_user_create",
    tag: "sources",
    need: Need::Login,
    schema: Schema {
        request: "TelegramAuthRequest",
        status: 201,
        response: "UserTelegramSourceConnection",
        params: r#"[{"in":"path","name":"slug","schema":{"type":"string"},"required":true}]"#,
    },
    negotiates: false,
    run: |cx, _, body| Box::pin(connect(cx, body)),
};

async fn connect(cx: &Context, body: Json) -> Result<Answer> {
    let slug = cx.segment("slug");
    let sources = cx.store.rows(TelegramSource::RESOURCE).await?;
    let source = sources.all.iter().find(|source| source.text("slug") == slug && source.flag("enabled"));
    let source = source.ok_or_else(|| Error::no_match("TelegramSource"))?;
    if !passes(cx, source).await? {
        return Err(Error::denied());
    }
    let said = body.as_object().cloned().unwrap_or_default();
    let identifier = checked(cx, source, &said, body)?;
    let user = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    let mut tx = cx.begin().await?;
    let connection = tie(cx, &mut tx, source, user, identifier).await?;
    tx.commit().await?;
    let shown = cx.api.show(cx, &[connection], None).await?;
    Ok(Answer::json(201, shown.into_iter().next().unwrap_or_default()))
}

/// Telegram's identifier of the person that it vouches for.
fn checked(cx: &Context, source: &Record, said: &Map<String, Json>, body: Json) -> Result<String> {
    let mut body = Body::new(body)?;
    let (id, said_at, hash) = (body.int("id"), body.int("auth_date"), body.text("hash", Some(64)));
    for name in ["first_name", "last_name", "username"].iter().filter(|name| said.contains_key(**name)) {
        body.text(name, Some(255));
    }
    if said.contains_key("photo_url") {
        body.text("photo_url", None);
    }
    body.check()?;
    if !proof::holds(said, source.text("bot_token"), &hash) {
        return Err(Error::field("hash", "Invalid hash"));
    }
    if !proof::is_fresh(said_at, cx.store.world().now()) {
        return Err(Error::field("auth_date", "Authentication date is too old"));
    }
    Ok(id.to_string())
}

/// Makes or renews the connection. An account of Telegram belongs to one user at most.
async fn tie(cx: &Context, tx: &mut Transaction, source: &Record, user: i64, identifier: String) -> Result<Record> {
    let resource = UserTelegramSourceConnection::RESOURCE;
    let here = || Query::all(resource).is("source", source.key().clone());
    // One after the other, so that no two users get hold of the same account.
    tx.lock(TelegramSource::RESOURCE, source.key()).await?;
    if tx.first(&here().is("identifier", identifier.as_str())).await?.is_some_and(|other| other.int("user") != user) {
        return Err(Error::non_field("This account is connected to another user."));
    }
    if let Some(own) = tx.first(&here().is("user", user)).await? {
        let renewed = tx.update(resource, own.key(), vec![("identifier", identifier.into())]).await?;
        return renewed.ok_or_else(|| Error::no_match(resource.name));
    }
    let values = vec![("user", Value::from(user)), ("source", source.key().clone()), ("identifier", identifier.into())];
    let made = tx.insert(resource, values).await?;
    events::emit_in(cx, tx, "source_linked", json!({ "source": events::reference(source) })).await?;
    Ok(made)
}
