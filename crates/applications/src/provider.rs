//! Providers, as far as applications look at them; they are another area's, so everything is found by its model label.

use std::sync::Arc;

use vestibule_engine::Context;
use vestibule_resource::{Error, Record, Resource, Result, Value};

/// Model label of providers of every type.
pub(crate) const PROVIDER: &str = "authentik_core.provider";

/// The resource of providers of every type.
pub(crate) fn provider(cx: &Context) -> Result<&'static Resource> {
    cx.store.catalog().find(PROVIDER).ok_or_else(|| Error::internal("the server was built without providers"))
}

/// A provider with the settings of its type; `None` when there is none of that key.
pub(crate) async fn concrete(cx: &Context, key: &Value) -> Result<Option<Arc<Record>>> {
    let base = cx.store.rows(provider(cx)?).await?;
    let Some(base) = base.find(key) else { return Ok(None) };
    let Some(resource) = cx.store.catalog().find(base.text("model")) else { return Ok(None) };
    let rows = cx.store.rows(resource).await?;
    Ok(rows.all.iter().find(|row| row.key_as_known_by(PROVIDER) == key).cloned())
}
