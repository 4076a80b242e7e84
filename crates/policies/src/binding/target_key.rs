//! A target has two keys: the one of the object (a flow) and the one under which policies know it. For many types they are the same.

use std::collections::HashMap;

use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record, Resource, Result, Value};
use vestibule_store::{Condition, Query};

use crate::PolicyBindingModel;

/// The types of object that go by a key of their own, each with the column that holds its key as a target.
fn types(cx: &Context) -> impl Iterator<Item = (&'static Resource, &'static str)> + '_ {
    let with_column = |kind: &'static Resource| (kind, kind.key_as_known_by(PolicyBindingModel::RESOURCE.model));
    cx.store.catalog().descendants(PolicyBindingModel::RESOURCE).map(with_column).filter(|(kind, column)| *column != kind.key)
}

/// The type of the target with that key as a target; `None` when there is none.
pub(super) async fn type_of(cx: &Context, target: &Value) -> Result<Option<&'static Resource>> {
    let row = cx.store.first(&Query::all(PolicyBindingModel::RESOURCE).is(PolicyBindingModel::RESOURCE.key, target.clone())).await?;
    Ok(row.and_then(|row| cx.store.catalog().find(row.text("model"))))
}

/// The key as a target of the object with that key; `None` when there is no such object, or it has no second key.
pub(super) async fn of_object(cx: &Context, own: Uuid) -> Result<Option<Uuid>> {
    for (resource, column) in types(cx) {
        if let Some(row) = among(cx, resource, resource.key, &[own]).await?.first() {
            return Ok(row.uuid(column));
        }
    }
    Ok(None)
}

/// The keys of the objects that are known under these keys as targets, as far as they have keys of their own.
pub(super) async fn objects_of(cx: &Context, targets: &[Uuid]) -> Result<HashMap<Uuid, Uuid>> {
    let mut found = HashMap::new();
    for (resource, column) in types(cx) {
        for row in among(cx, resource, column, targets).await? {
            found.extend(row.uuid(column).zip(row.key().as_uuid()));
        }
    }
    Ok(found)
}

/// The rows that hold one of these values in that column: from memory where the resource is configuration.
async fn among(cx: &Context, resource: &'static Resource, column: &'static str, values: &[Uuid]) -> Result<Vec<Record>> {
    if resource.unbounded {
        let values = values.iter().map(|value| Value::Uuid(*value)).collect();
        return cx.store.select(&Query::all(resource).filter(Condition::In { path: column.into(), values })).await;
    }
    let wanted = |row: &Record| row.uuid(column).is_some_and(|value| values.contains(&value));
    Ok(cx.store.rows(resource).await?.all.iter().filter(|row| wanted(row)).map(|row| row.as_ref().clone()).collect())
}
