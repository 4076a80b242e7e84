//! Administrators set a user's password.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Record, Result};
use vestibule_secret::Passwords;

use super::{password, past_passwords_kept};
use crate::{body::Body, events, roles::grant::check_acting_as};

/// `POST set_password/` with the password itself.
pub(super) async fn set_password(cx: &Context, row: Option<Record>, sent: Json) -> Result<Answer> {
    let mut body = Body::new(sent)?;
    let chosen = body.verbatim("password");
    body.check()?;
    // Hashed before the transaction begins: writers wait for one another.
    let hash = cx.service::<Passwords>()?.hash(&chosen, cx.store.world()).await;
    store(cx, row, hash.ok_or_else(|| Error::internal("the password could not be hashed"))?).await
}

/// `POST set_password_hash/` with a hash that another system made.
pub(super) async fn set_password_hash(cx: &Context, row: Option<Record>, sent: Json) -> Result<Answer> {
    let mut body = Body::new(sent)?;
    let hash = body.text("password", None);
    body.check()?;
    if !Passwords::readable(&hash) {
        return Err(Error::field("password", "Invalid password hash."));
    }
    store(cx, row, hash).await
}

async fn store(cx: &Context, row: Option<Record>, hash: String) -> Result<Answer> {
    let user = super::needed(row)?;
    check_acting_as(cx, &user).await?;
    let keep = password::own_session(cx).filter(|_| cx.caller.user() == user.key().as_int());
    let past = past_passwords_kept(cx).await?;
    let mut tx = cx.begin().await?;
    password::set_password(&mut tx, cx.store.world(), user.key(), hash, keep.as_ref(), past).await?;
    events::emit_as(cx, &mut tx, Some(&user), "password_set", json!({})).await?;
    tx.commit().await?;
    Ok(Answer::no_content())
}
