//! What is irregular about tokens and codes: everybody sees their own alone.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Hooks};
use vestibule_resource::{Record, Result};
use vestibule_store::Condition;

/// Whoever is no superuser sees their own alone, whatever their roles permit.
pub(super) struct TokenHooks;

impl Hooks for TokenHooks {
    fn hidden(&self, cx: &Context) -> Condition {
        match cx.caller.user() {
            _ if cx.caller.superuser() => Condition::True,
            Some(user) => Condition::is("user", user),
            None => Condition::False,
        }
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let now = cx.store.world().now();
            for (row, object) in rows.iter().zip(objects) {
                let expired = row.flag("expiring") && row.time("expires").is_some_and(|end| end <= now);
                object.insert("is_expired".into(), expired.into());
            }
            Ok(())
        })
    }
}
