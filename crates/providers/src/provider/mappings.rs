//! The mappings that a provider uses.

use std::sync::Arc;

use vestibule_engine::Context;
use vestibule_host::{Given, Kind, Scope};
use vestibule_resource::{Kind as FieldKind, Model as _, Record, Resource, Result};

use super::Provider;

/// The mappings of one type that a provider uses, in no order.
pub(crate) async fn mappings(cx: &Context, provider: &Record, kind: &'static Resource) -> Result<Vec<Arc<Record>>> {
    let Some(FieldKind::Many(links)) = Provider::RESOURCE.field("property_mappings").map(|field| field.kind) else { return Ok(Vec::new()) };
    let linked = cx.store.links(&links, &[provider.key().clone()]).await?;
    let all = cx.store.rows(kind).await?;
    Ok(linked.iter().filter_map(|(_, mapping)| all.find(mapping).cloned()).collect())
}

/// What mappings of a provider are told about a user. Nothing that they do in a `trial` leaves a trace.
pub(crate) fn scope(provider: &Arc<Record>, user: &Arc<Record>, trial: bool) -> Scope {
    let scope = Scope { user: Some(Arc::clone(user)), debug: trial, ..Scope::new(Kind::Mapping) };
    scope.with("provider", Given::Row(Arc::clone(provider)))
}
