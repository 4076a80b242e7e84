//! What is irregular about transports.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result, Value, Word as _};

use super::TransportMode;

/// Webhooks need an address.
pub(super) struct TransportHooks;

impl Hooks for TransportHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let mode = draft.get("mode").as_str().and_then(TransportMode::from_word);
            let calls = matches!(mode, Some(TransportMode::Webhook | TransportMode::WebhookSlack));
            let nowhere = draft.get("webhook_url").as_str().is_none_or(str::is_empty);
            if calls && nowhere && draft.invalid.is_empty() {
                draft.invalid.add("webhook_url", "A webhook needs an address to call.");
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, _cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (row, object) in rows.iter().zip(objects) {
                object.insert("mode_verbose".into(), label(row.get("mode")).into());
            }
            Ok(())
        })
    }
}

fn label(mode: &Value) -> &'static str {
    let word = mode.as_str().unwrap_or_default();
    TransportMode::CHOICES.items.iter().find(|item| item.value == word).map_or("", |item| item.label)
}
