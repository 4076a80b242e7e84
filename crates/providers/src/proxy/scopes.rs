//! Scopes of proxy providers: what the outpost asks for when it logs somebody in.

use std::sync::Arc;

use vestibule_engine::Context;
use vestibule_resource::{Many, Record, Result, Value};
use vestibule_store::Transaction;

/// Label of the mappings behind scopes; they live in an area of their own.
const SCOPE_MAPPING: &str = "authentik_providers_oauth2.scopemapping";

/// Scopes without which an outpost cannot do its work.
const NEEDED: &[&str] = &["entitlements", "openid", "email", "profile", "ak_proxy"];

/// From a provider to its mappings.
const MAPPINGS: Many =
    Many { to: "authentik_core.propertymapping", table: "provider_property_mappings", mine: "provider", theirs: "propertymapping" };

/// The scopes that these providers' mappings stand for, in the providers' order.
pub(crate) async fn scopes_of(cx: &Context, providers: &[Record]) -> Result<Vec<Vec<String>>> {
    let mut scopes: Vec<Vec<String>> = providers.iter().map(|_| Vec::new()).collect();
    let Some(resource) = cx.store.catalog().find(SCOPE_MAPPING) else { return Ok(scopes) };
    let keys: Vec<Value> = providers.iter().map(|row| row.key().clone()).collect();
    let all = cx.store.rows(resource).await?;
    for (provider, mapping) in cx.store.links(&MAPPINGS, &keys).await? {
        let place = keys.iter().position(|key| *key == provider);
        if let (Some(list), Some(mapping)) = (place.and_then(|place| scopes.get_mut(place)), all.find(&mapping)) {
            list.push(mapping.text("scope_name").to_owned());
        }
    }
    for list in &mut scopes {
        list.sort();
        list.dedup();
    }
    Ok(scopes)
}

/// Links a provider to the mappings that come with the server for the scopes it needs, as far as they are there.
pub(super) async fn add_needed(cx: &Context, tx: &mut Transaction, provider: &Record) -> Result<()> {
    let Some(resource) = cx.store.catalog().find(SCOPE_MAPPING) else { return Ok(()) };
    let all = cx.store.rows(resource).await?;
    let comes_with = |row: &&Arc<Record>| !row.get("managed").is_null() && NEEDED.contains(&row.text("scope_name"));
    for mapping in all.all.iter().filter(comes_with) {
        tx.link(&MAPPINGS, provider.key(), mapping.key()).await?;
    }
    Ok(())
}
