//! What is irregular about events that come through the API: outposts tell some.

use std::net::IpAddr;

use futures::future::BoxFuture;
use serde_json::json;
use vestibule_core::{
    brands,
    events::{EventAction, reference},
    tenant::Settings,
};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Result, Value, Word as _};
use vestibule_store::Condition;

use super::filter;

/// What is irregular about events.
pub(super) struct EventHooks;

impl Hooks for EventHooks {
    fn filter<'a>(&'a self, cx: &'a Context, param: &'a str, value: &'a str) -> BoxFuture<'a, Result<Option<Condition>>> {
        Box::pin(async move { filter::condition(cx, param, value) })
    }

    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            check_action(draft);
            check_address(draft);
            if draft.sent("expires").is_some_and(Value::is_null) {
                draft.invalid.add("expires", "This field may not be null.");
            }
            if draft.creates() && draft.invalid.is_empty() {
                complete(cx, draft).await?;
            }
            Ok(())
        })
    }
}

fn check_action(draft: &mut Draft) {
    let Some(action) = draft.sent("action").and_then(Value::as_str).map(str::to_owned) else { return };
    if EventAction::from_word(&action).is_none() {
        draft.invalid.add("action", format!("\"{action}\" is not a valid choice."));
    }
}

fn check_address(draft: &mut Draft) {
    let Some(text) = draft.sent("client_ip").and_then(Value::as_str) else { return };
    match text.parse::<IpAddr>() {
        Ok(address) => draft.set("client_ip", address.to_canonical().to_string()),
        Err(_) => draft.invalid.add("client_ip", "Enter a valid IPv4 or IPv6 address."),
    }
}

/// When the event is forgotten and under which brand it happened, when nobody says.
async fn complete(cx: &Context, draft: &mut Draft) -> Result<()> {
    if draft.sent("expires").is_none() {
        draft.set("expires", Settings::load(&cx.store).await?.event_expiry(cx.store.world().now()));
    }
    if draft.sent("brand").is_none() {
        let brand = brands::of_host(&cx.store, &cx.request.host).await?;
        draft.set("brand", brand.as_deref().map_or_else(|| json!({}), reference));
    }
    Ok(())
}
