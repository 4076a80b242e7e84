//! Flow tokens: a plan that waits for whoever holds the key.

use serde_json::Value as Json;
use vestibule_core::tokens::{self, Intent, NewToken, Token};
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record, Result, Value, Word as _};
use vestibule_store::{Query, Transaction};

use crate::{FlowToken, Plan, keys, session};

/// What a plan knows about who the visitor is. A token decides about it, never the session that it is opened in.
const IDENTITY: [&str; 5] =
    [keys::PENDING_USER, keys::PENDING_USER_IDENTIFIER, keys::AUTH_METHOD, keys::AUTH_METHOD_ARGS, keys::USER_BACKEND];

/// Takes up the plan that the key opens, if there is one. A key that opens nothing is ignored.
pub(crate) async fn restore(cx: &Context, key: &str) -> Result<()> {
    let Some(token) = tokens::find(&cx.store, Intent::Verification, 0, key).await? else { return Ok(()) };
    let Some(row) = cx.store.get(FlowToken::RESOURCE, token.key().clone()).await? else { return Ok(()) };
    if row.flag("revoke_on_execution") && !revoke(cx, &token).await? {
        // Somebody else was faster, and the token is good for one.
        return Ok(());
    }
    let Some(mut plan) = Plan::from_text(row.json("plan")) else { return Ok(()) };
    let opened_by = token.key().to_json();
    if let Some(present) = session::plan(cx).filter(|present| present.flow == plan.flow) {
        overlay(&mut plan, present, &opened_by);
    }
    plan.context.insert(keys::IS_RESTORED.to_owned(), opened_by);
    session::keep_plan(cx, &plan)
}

/// Keeps what the session has found out in the same flow since: it wins over what the plan knew when the token was made. But
/// whoever typed a name into a form before opening their own link must not go on as that user.
fn overlay(plan: &mut Plan, mut present: Plan, opened_by: &Json) {
    if present.context.get(keys::IS_RESTORED) != Some(opened_by) {
        present.context.retain(|key, _| !IDENTITY.contains(&key.as_str()));
    }
    plan.context.extend(present.context);
}

/// Deletes a token; whether it was there.
async fn revoke(cx: &Context, token: &Record) -> Result<bool> {
    let mut tx = cx.begin().await?;
    let deleted = tx.delete(Token::RESOURCE, token.key()).await?;
    tx.commit().await?;
    Ok(deleted)
}

/// Writes a token for a plan, or gives the token of that name the plan and a new expiry. A token keeps its key for as long as it
/// lives, so that a link sent before goes on working; what has expired comes to no new life. Answers the key.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn write(cx: &Context, tx: &mut Transaction, new: NewToken, plan: &Plan, revoke_on_execution: bool) -> Result<String> {
    let token = match living(cx, tx, &new).await? {
        None => new.insert(tx).await?,
        Some(token) => {
            let changes = vec![("expires", new.expires.into()), ("expiring", new.expires.is_some().into())];
            tx.update(Token::RESOURCE, token.key(), changes).await?;
            token
        }
    };
    let plan = [("flow", plan.flow.into()), ("plan", Value::from(plan.to_text()?)), ("revoke_on_execution", revoke_on_execution.into())];
    if tx.update(FlowToken::RESOURCE, token.key(), plan.to_vec()).await?.is_none() {
        let own = [("token", token.key().clone())];
        tx.insert(FlowToken::RESOURCE, own.into_iter().chain(plan).collect()).await?;
    }
    Ok(token.text("key").to_owned())
}

/// The token of that name; one that has expired is deleted, and so is one that is not what it should be: somebody else's token of
/// that name must never come by this plan.
async fn living(cx: &Context, tx: &mut Transaction, new: &NewToken) -> Result<Option<Record>> {
    let named = Query::all(Token::RESOURCE).is("identifier", new.identifier.as_str()).include_expired(true);
    let Some(token) = tx.first(&named).await? else {
        return Ok(None);
    };
    let now = cx.store.world().now();
    let ended = token.flag("expiring") && token.time("expires").is_some_and(|expires| expires <= now);
    if ended || token.int("user") != new.user || token.text("intent") != new.intent.word() {
        tx.delete(Token::RESOURCE, token.key()).await?;
        return Ok(None);
    }
    Ok(Some(token))
}
