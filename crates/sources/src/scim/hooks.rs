//! What is irregular about SCIM sources.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result};
use vestibule_store::Transaction;

use super::account;

/// Every source has an account with a token, and shows it.
pub(super) struct ScimHooks;

impl Hooks for ScimHooks {
    fn written<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, draft: &'a Draft, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move { if draft.creates() { account::open(cx, tx, row).await } else { account::rename(tx, draft, row).await } })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let tokens = account::tokens(cx, rows).await?;
            for ((row, object), token) in rows.iter().zip(objects).zip(tokens) {
                object.insert("root_url".into(), format!("{}/source/scim/{}/v2", cx.origin(), row.text("slug")).into());
                object.insert("token_obj".into(), token);
            }
            Ok(())
        })
    }
}
