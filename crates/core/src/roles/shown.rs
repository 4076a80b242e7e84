//! Permissions of roles on single objects, as people read them.

use std::collections::HashMap;

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Answer, Context, Hooks, Page, checked_value, codename};
use vestibule_resource::{Model as _, Record, Resource, Result, Value};
use vestibule_store::{Condition, Query};

use super::{ExtraRoleObjectPermission, Role, catalogue::Catalogue};

/// What is irregular about permissions of roles on single objects.
pub(super) struct HeldHooks;

impl Hooks for HeldHooks {
    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(show(cx, rows, objects))
    }
}

/// The list. Who sees a role sees what it holds.
pub(super) async fn list(cx: &Context) -> Result<Answer> {
    cx.visible(Role::RESOURCE).await?;
    let held = cx.held(&codename(Role::RESOURCE, "view"), "role").unwrap_or(Condition::False);
    let query = cx.narrowed(Query::all(ExtraRoleObjectPermission::RESOURCE).filter(held)).await?;
    let (placed, rows) = Page::read(&cx.request.params)?.rows(&cx.store, query).await?;
    Ok(placed.answer(cx.api.show(cx, &rows, None).await?))
}

async fn show(cx: &Context, rows: &[Record], objects: &mut [Map<String, Json>]) -> Result<()> {
    let catalogue = cx.service::<Catalogue>()?;
    let described = descriptions(cx, rows).await?;
    for (row, object) in rows.iter().zip(objects) {
        if let Some(Json::Object(shown)) = catalogue.find(cx.store.catalog(), row.text("permission")).map(|known| known.to_json()) {
            object.extend(shown.into_iter().filter(|(name, _)| name != "id"));
        }
        let named = described.get(&(row.text("object_model"), row.text("object_pk")));
        object.insert("object_description".into(), named.cloned().into());
    }
    Ok(())
}

/// Names of the objects, in a query per kind of object.
async fn descriptions<'a>(cx: &Context, rows: &'a [Record]) -> Result<HashMap<(&'a str, &'a str), String>> {
    let mut by_model: HashMap<&str, Vec<&str>> = HashMap::new();
    for row in rows {
        by_model.entry(row.text("object_model")).or_default().push(row.text("object_pk"));
    }
    let mut described = HashMap::new();
    for (model, texts) in by_model {
        let Some(resource) = cx.store.catalog().find(model) else { continue };
        let keys = texts.iter().filter_map(|text| key_of(resource, text)).collect();
        let these = Condition::In { path: resource.key.to_owned(), values: keys };
        for object in cx.store.select(&Query::all(resource).filter(these).include_expired(true)).await? {
            let key = object.key().to_string();
            described.extend(texts.iter().filter(|text| **text == key).map(|text| ((model, *text), object.display())));
        }
    }
    Ok(described)
}

/// The key that a text names, if it can be one of that resource.
pub fn key_of(resource: &'static Resource, text: &str) -> Option<Value> {
    let field = resource.field(resource.key)?;
    checked_value(field, &Json::from(text)).ok().filter(|key| !key.is_null())
}
