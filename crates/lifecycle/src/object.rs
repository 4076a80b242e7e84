//! What is reviewed, as people see it.

use std::collections::HashMap;

use vestibule_engine::Context;
use vestibule_resource::{Catalog, Kind, Record, Resource, Result, Value};
use vestibule_store::{Condition, Query};

/// Names of some objects, by type and key.
pub(crate) struct Names(HashMap<(String, String), Record>);

impl Names {
    /// Reads the objects that these rows name in `content_type` and `object_id`, in one query for each type.
    pub(crate) async fn of(cx: &Context, rows: &[Record]) -> Result<Self> {
        let mut found = HashMap::new();
        let mut types: Vec<&str> = rows.iter().map(|row| row.text("content_type")).collect();
        types.sort_unstable();
        types.dedup();
        for content_type in types {
            let Some(resource) = cx.store.catalog().find(content_type) else { continue };
            let own = rows.iter().filter(|row| row.text("content_type") == content_type);
            let keys: Vec<Value> = own.filter_map(|row| key(resource, row.text("object_id"))).collect();
            let these = Condition::In { path: resource.key.to_owned(), values: keys };
            for row in cx.store.select(&Query::all(resource).filter(these)).await? {
                found.insert((content_type.to_owned(), row.key().to_string()), row);
            }
        }
        Ok(Names(found))
    }

    /// `Application Wiki`; `Applications` without an object; the key alone when the object is gone.
    pub(crate) fn verbose(&self, catalog: &Catalog, content_type: &str, object: Option<&str>) -> String {
        let Some(resource) = catalog.find(content_type) else { return content_type.to_owned() };
        let Some(object) = object else { return resource.verbose_name_plural.to_owned() };
        let name = self.find(resource, object).map_or(object, |row| row.text("name"));
        format!("{} {name}", resource.verbose_name)
    }

    /// Where administrators look at an object: the anchor of the admin interface's page. Applications go by their slug.
    pub(crate) fn admin_url(&self, catalog: &Catalog, content_type: &str, object: &str) -> String {
        let Some(resource) = catalog.find(content_type) else { return String::new() };
        let word = self.find(resource, object).map_or_else(|| object.to_owned(), |row| row.get(resource.lookup).to_string());
        match content_type {
            "authentik_core.application" => format!("/if/admin/#/core/applications/{word}"),
            "authentik_core.group" => format!("/if/admin/#/identity/groups/{word}"),
            _ => format!("/if/admin/#/identity/roles/{word}"),
        }
    }

    /// Whether the object is there.
    pub(crate) fn knows(&self, catalog: &Catalog, content_type: &str, object: &str) -> bool {
        catalog.find(content_type).is_some_and(|resource| self.find(resource, object).is_some())
    }

    fn find(&self, resource: &Resource, object: &str) -> Option<&Record> {
        let key = key(resource, object)?.to_string();
        self.0.get(&(resource.model.to_owned(), key))
    }
}

/// Whether there is an object of that type with that key.
pub(crate) async fn exists(cx: &Context, content_type: &str, object: &str) -> Result<bool> {
    let Some(resource) = cx.store.catalog().find(content_type) else { return Ok(false) };
    match key(resource, object) {
        Some(key) => Ok(cx.store.get(resource, key).await?.is_some()),
        None => Ok(false),
    }
}

/// The key of an object from its text.
fn key(resource: &Resource, text: &str) -> Option<Value> {
    let is_number = resource.field(resource.key).is_some_and(|field| matches!(field.kind, Kind::Int { .. }));
    if is_number { text.trim().parse().ok().map(Value::Int) } else { uuid::Uuid::try_parse(text.trim()).ok().map(Value::Uuid) }
}
