//! What is irregular about applications.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_core::{Picture, check_file_names};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result, Value};
use vestibule_store::{Condition, Query, Transaction};

use super::launch;
use crate::provider::{self, provider};

/// Names in addresses that mean something else there.
const RESERVED: &[&str] = &["authorize", "token", "device", "userinfo", "introspect", "revoke"];

/// Reserved names, pictures, addresses, and providers that serve behind the scenes.
pub(super) struct ApplicationHooks;

impl Hooks for ApplicationHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            check_slug(draft);
            check_file_names(draft, &["meta_icon"]);
            check_provider(cx, draft).await?;
            check_backchannel(cx, draft).await
        })
    }

    fn written<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, draft: &'a Draft, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            match draft.links("backchannel_providers") {
                Some(chosen) => attach(cx, tx, row.key(), chosen).await,
                None => Ok(()),
            }
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let urls = launch::urls(cx, rows).await?;
            for ((row, object), url) in rows.iter().zip(objects).zip(urls) {
                object.insert("pk".into(), row.key().to_json());
                object.insert("launch_url".into(), url.into());
                let icon = Picture::of(row.text("meta_icon"));
                object.insert("meta_icon_themed_urls".into(), icon.as_ref().and_then(|icon| icon.themed.clone()).into());
                object.insert("meta_icon_url".into(), icon.map(|icon| icon.url).into());
            }
            Ok(())
        })
    }
}

fn check_slug(draft: &mut Draft) {
    let reserved = draft.sent("slug").and_then(Value::as_str).filter(|slug| RESERVED.contains(slug)).map(str::to_owned);
    if let Some(slug) = reserved {
        draft.invalid.add("slug", format!("The slug \"{slug}\" is reserved."));
    }
}

/// Nobody leads people through a provider that they do not even see.
async fn check_provider(cx: &Context, draft: &mut Draft) -> Result<()> {
    let before = draft.before.as_ref().map(|row| row.get("provider").clone());
    let Some(chosen) = draft.sent("provider").filter(|chosen| !chosen.is_null() && Some(*chosen) != before.as_ref()).cloned() else {
        return Ok(());
    };
    if seen(cx, std::slice::from_ref(&chosen)).await?.is_empty() {
        draft.invalid.add("provider", no_such_object(&chosen));
    }
    Ok(())
}

/// Only providers that work behind the scenes do so, and nobody takes away from another application what they may not change.
async fn check_backchannel(cx: &Context, draft: &mut Draft) -> Result<()> {
    let Some(chosen) = draft.links("backchannel_providers").map(<[Value]>::to_vec) else { return Ok(()) };
    let own = draft.before.as_ref().map(|row| row.key().clone());
    let rows = seen(cx, &chosen).await?;
    for key in &chosen {
        let fitting = rows.iter().find(|row| row.key() == key && row.flag("is_backchannel"));
        let Some(row) = fitting else {
            draft.invalid.add("backchannel_providers", no_such_object(key));
            continue;
        };
        let elsewhere = !row.get("backchannel_application").is_null() && Some(row.get("backchannel_application")) != own.as_ref();
        if elsewhere && !may_change(cx, row).await? {
            draft.invalid.add("backchannel_providers", "User does not have permission to take this provider away from its application.");
        }
    }
    Ok(())
}

fn no_such_object(key: &Value) -> String {
    format!("Invalid pk \"{key}\" - object does not exist.")
}

/// Those of the providers that the caller sees.
async fn seen(cx: &Context, keys: &[Value]) -> Result<Vec<Record>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let resource = provider(cx)?;
    let Ok(visible) = cx.visible(resource).await else { return Ok(Vec::new()) };
    cx.store.select(&visible.filter(Condition::In { path: resource.key.into(), values: keys.to_vec() })).await
}

async fn may_change(cx: &Context, provider: &Record) -> Result<bool> {
    cx.may(&vestibule_engine::codename(provider.resource, "change"), provider).await
}

/// Makes these the providers that serve the application behind the scenes.
async fn attach(cx: &Context, tx: &mut Transaction, application: &Value, chosen: &[Value]) -> Result<()> {
    let resource = provider::provider(cx)?;
    let present = tx.select(&Query::all(resource).is("backchannel_application", application.clone())).await?;
    for row in present.iter().filter(|row| !chosen.contains(row.key())) {
        tx.update(resource, row.key(), vec![("backchannel_application", Value::Null)]).await?;
    }
    for key in chosen.iter().filter(|key| present.iter().all(|row| row.key() != *key)) {
        tx.update(resource, key, vec![("backchannel_application", application.clone())]).await?;
    }
    Ok(())
}
