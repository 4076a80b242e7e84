//! Who sees codes.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Context, Hooks};
use vestibule_resource::{Record, Result};

/// Whoever may look at devices must not be able to log in with them: codes are shown to their owner and to superusers alone.
pub(super) struct StaticHooks;

impl Hooks for StaticHooks {
    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let foreign = |row: &Record| !cx.caller.superuser() && row.get("user").as_int() != cx.caller.user();
            for (_, object) in rows.iter().zip(objects).filter(|(row, _)| foreign(row)) {
                object.insert("token_set".into(), json!([]));
            }
            Ok(())
        })
    }
}
