//! What is irregular about tokens: people choose little about their own.

use futures::future::BoxFuture;
use jiff::Timestamp;
use serde_json::Value as Json;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Error, Record, Result, Value, Word as _};
use vestibule_secret::duration;

use super::{EXPIRES_ATTRIBUTE, Intent, LIFETIME_ATTRIBUTE, key_hash};
use crate::{
    brands, groups,
    tenant::{Settings, after},
    users,
};

/// What is irregular about tokens.
pub(super) struct TokenHooks;

impl Hooks for TokenHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(validate(cx, draft))
    }
}

async fn validate(cx: &Context, draft: &mut Draft) -> Result<()> {
    if let Some(row) = &draft.before {
        not_the_servers(cx, row)?;
    }
    check_user(cx, draft);
    check_intent(draft);
    if !cx.caller.superuser() {
        restrict(cx, draft);
    }
    let settings = Settings::load(&cx.store).await?;
    expire(cx, draft, &settings).await?;
    if draft.invalid.is_empty() {
        digest(cx, draft, &settings);
    }
    Ok(())
}

/// Tokens behind links (of recovery, of verification) are the server's, whoever they stand for: people neither change nor read them.
///
/// # Errors
/// `Denied`.
pub(super) fn not_the_servers(cx: &Context, token: &Record) -> Result<()> {
    let own = [Intent::Api, Intent::AppPassword].iter().any(|intent| intent.word() == token.text("intent"));
    if own || cx.caller.superuser() { Ok(()) } else { Err(Error::denied()) }
}

/// A token belongs to whoever made it, unless a superuser says otherwise, and never to anybody else afterwards.
fn check_user(cx: &Context, draft: &mut Draft) {
    let changed = |row: &Record| draft.sent("user").is_some_and(|user| user != row.get("user"));
    match &draft.before {
        Some(row) if changed(row) => draft.invalid.add("non_field_errors", "User cannot be changed"),
        Some(_) => {}
        None if cx.caller.superuser() && draft.sent("user").is_some() => {}
        None => draft.set("user", Value::from(cx.caller.user())),
    }
}

fn check_intent(draft: &mut Draft) {
    let Some(intent) = draft.sent("intent").and_then(Value::as_str).map(str::to_owned) else { return };
    if intent != Intent::Api.word() && intent != Intent::AppPassword.word() {
        draft.invalid.add("intent", format!("Invalid intent {intent}"));
    }
}

/// What people may not choose about their own tokens: whether they end, and who looks after them.
fn restrict(cx: &Context, draft: &mut Draft) {
    let attributes = cx.caller.identity().map(|identity| identity.user.json("attributes"));
    let ends = attributes.and_then(|attributes| attributes.get(EXPIRES_ATTRIBUTE)).and_then(Json::as_bool).unwrap_or(true);
    draft.set("expiring", ends);
    let managed = draft.before.as_ref().map_or(Value::Null, |row| row.get("managed").clone());
    draft.set("managed", managed);
}

/// API tokens always end after the time in the settings; app passwords at the latest when the user's attributes say.
async fn expire(cx: &Context, draft: &mut Draft, settings: &Settings) -> Result<()> {
    let now = cx.store.world().now();
    if intent(draft) == Intent::Api {
        draft.set("expires", settings.token_expiry(now));
        return Ok(());
    }
    let expiring = draft.get("expiring").as_bool().unwrap_or(true);
    match draft.get("expires").as_time() {
        Some(asked) if draft.sent("expires").is_some() => {
            let latest = latest(cx, draft, settings, now).await?;
            if asked > latest {
                draft.invalid.add("expires", format!("Token expires exceeds maximum lifetime ({} UTC).", latest.strftime("%F %T%.6f")));
            }
        }
        None if expiring => draft.set("expires", settings.token_expiry(now)),
        _ => {}
    }
    Ok(())
}

async fn latest(cx: &Context, draft: &Draft, settings: &Settings, now: Timestamp) -> Result<Timestamp> {
    let owner = draft.get("user").as_int().unwrap_or_default();
    let Some(owner) = users::get(&cx.store, owner).await? else { return Ok(settings.token_expiry(now)) };
    let brand = brands::of_host(&cx.store, &cx.request.host).await?;
    let attributes = groups::group_attributes(&cx.store, brand.as_deref(), &owner).await?;
    let longest = attributes.get(LIFETIME_ATTRIBUTE).and_then(Json::as_str).and_then(|text| duration::parse(text).ok());
    Ok(longest.map_or_else(|| settings.token_expiry(now), |longest| after(now, longest)))
}

/// A new token gets a key; one that changes its intent is found another way.
fn digest(cx: &Context, draft: &mut Draft, settings: &Settings) {
    if draft.creates() {
        draft.set("key", cx.store.world().key(settings.token_length()));
    }
    let user = draft.get("user").as_int().unwrap_or_default();
    let hash = key_hash(intent(draft), user, draft.get("key").as_str().unwrap_or_default());
    draft.set("key_hash", hash);
}

/// The intent after the write; the API makes API tokens when nobody says.
fn intent(draft: &Draft) -> Intent {
    draft.get("intent").as_str().and_then(Intent::from_word).unwrap_or(Intent::Api)
}
