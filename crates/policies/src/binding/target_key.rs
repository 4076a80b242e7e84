//! A target has two keys: the one of the object (a flow) and the one under which policies know it.

use std::collections::HashMap;

use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Resource, Result};

use crate::PolicyBindingModel;

/// The types of object that policies can be bound to, each with the column that holds its key as a target.
fn types(cx: &Context) -> impl Iterator<Item = (&'static Resource, &'static str)> + '_ {
    cx.store.catalog().children(PolicyBindingModel::RESOURCE).filter_map(|child| Some((child, child.extends.as_ref()?.link)))
}

/// The key as a target of the object with that key; `None` when there is no such object.
pub(super) async fn of_object(cx: &Context, own: Uuid) -> Result<Option<Uuid>> {
    for (resource, link) in types(cx) {
        if let Some(row) = cx.store.rows(resource).await?.find(&own.into()) {
            return Ok(row.uuid(link));
        }
    }
    Ok(None)
}

/// The keys of the objects that are known under these keys as targets.
pub(super) async fn objects_of(cx: &Context, targets: &[Uuid]) -> Result<HashMap<Uuid, Uuid>> {
    let mut found = HashMap::new();
    for (resource, link) in types(cx) {
        for row in &cx.store.rows(resource).await?.all {
            if let (Some(target), Some(own)) = (row.uuid(link), row.key().as_uuid())
                && targets.contains(&target)
            {
                found.insert(target, own);
            }
        }
    }
    Ok(found)
}
