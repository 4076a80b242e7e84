//! Links that log somebody in once, made by an administrator on the command line.

use vestibule_core::{
    events, sessions,
    tokens::{self, Intent, Token},
    users,
};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Model as _, Result};

/// `/recovery/use-token/<key>/`: logs the token's user in and takes the token away.
///
/// # Errors
/// `NotFound` for a key that is none, or whose user may not log in.
pub(crate) async fn use_token(cx: &Context, key: &str) -> Result<Answer> {
    let unknown = || Error::NotFound(String::new());
    let token = tokens::find(&cx.store, Intent::Recovery, 0, key).await?.ok_or_else(unknown)?;
    let user = users::get(&cx.store, token.int("user")).await?.filter(|user| user.flag("is_active")).ok_or_else(unknown)?;
    let mut tx = cx.begin().await?;
    // Of two requests with the same link, one finds the token gone.
    if !tx.delete(Token::RESOURCE, token.key()).await? {
        return Err(unknown());
    }
    events::emit_as(cx, &mut tx, Some(&user), "login", serde_json::json!({ "auth_method": "token" })).await?;
    tx.commit().await?;
    sessions::log_in(&mut cx.session.lock(), user.key().as_int().unwrap_or_default(), None);
    Ok(Answer::redirect("/if/user/"))
}
