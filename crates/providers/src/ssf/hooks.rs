//! What is irregular about providers of security events.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result};
use vestibule_store::Transaction;

use super::token;
use crate::provider::assigned;

/// A provider has a token from the beginning, and an address once an application uses it.
pub(super) struct SsfHooks;

impl Hooks for SsfHooks {
    fn written<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, draft: &'a Draft, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move { if draft.creates() { token::issue(cx, tx, row).await } else { Ok(()) } })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (of, object) in assigned(cx, rows).await?.iter().zip(objects.iter_mut()) {
                let application = of.either().map(|application| application.text("slug"));
                let url = application.map(|slug| format!("{}/.well-known/ssf-configuration/{slug}", cx.origin()));
                object.insert("ssf_url".into(), url.into());
            }
            token::show_new(cx, rows, objects).await
        })
    }
}
