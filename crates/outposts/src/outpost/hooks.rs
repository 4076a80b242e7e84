//! What is irregular about outposts.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result, Value};
use vestibule_store::Transaction;

use super::{EMBEDDED, account, providers, settings, token_identifier};
use crate::seen;

/// Outposts serve providers of their own kind and have an account of their own.
pub(super) struct OutpostHooks;

impl Hooks for OutpostHooks {
    /// What the server looks after is for superusers to say: the outpost that is part of the server has rights of its own.
    fn received<'a>(&'a self, cx: &'a Context, body: &'a mut Map<String, Json>) -> BoxFuture<'a, Result<()>> {
        if !cx.caller.superuser() {
            body.remove("managed");
        }
        Box::pin(async { Ok(()) })
    }

    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            check_name(draft);
            check_settings(draft);
            seen::check(cx, draft, "service_connection", "authentik_outposts.outpostserviceconnection").await?;
            providers::check(cx, draft).await
        })
    }

    fn written<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, draft: &'a Draft, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move { if draft.creates() { account::create(&cx.store, tx, row).await } else { Ok(()) } })
    }

    fn deleting<'a>(&'a self, _cx: &'a Context, tx: &'a mut Transaction, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(account::remove(tx, row))
    }

    fn show<'a>(&'a self, _cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (row, object) in rows.iter().zip(objects) {
                object.insert("refresh_interval_s".into(), settings::refresh_seconds(row.json("config")).into());
                if let Some(key) = row.key().as_uuid() {
                    object.insert("token_identifier".into(), token_identifier(key).into());
                }
            }
            Ok(())
        })
    }
}

/// The outpost that is part of this server is found by its name.
fn check_name(draft: &mut Draft) {
    let embedded = draft.before.as_ref().filter(|row| row.text("managed") == EMBEDDED);
    let renamed = |row: &Record| draft.sent("name").is_some_and(|name| name != row.get("name"));
    if embedded.is_some_and(renamed) {
        draft.invalid.add("name", "The name of the embedded outpost cannot be changed.");
    }
}

fn check_settings(draft: &mut Draft) {
    let config = draft.sent("config").and_then(Value::as_json).and_then(Json::as_object);
    for sentence in config.map(settings::wrong).unwrap_or_default() {
        draft.invalid.add("config", sentence);
    }
}
