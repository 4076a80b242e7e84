//! The OpenAPI document, written from the descriptors: version 3.0.3, because that is what the contract's generators read.

use serde_json::{Map, Value as Json, json};
use vestibule_resource::{Catalog, Kind, Nested, Resource, Shape, View};

use crate::{Api, api::OWN};

mod common;
mod operations;
mod schema;

/// Collects what the document holds while it is written.
pub(crate) struct Writer<'a> {
    catalog: &'a Catalog,
    paths: Map<String, Json>,
    schemas: Map<String, Json>,
}

/// Writes the document. `components` are texts of JSON objects, component name to schema: those that no descriptor gives, and
/// those few where the contract deviates from its own rule; they win over what is derived. What stands under a name with `+` behind
/// it is merged into what is derived, as RFC 7396 says: null takes a member away.
pub fn document(api: &Api, catalog: &Catalog, components: &[&str]) -> Json {
    let mut writer = Writer { catalog, paths: Map::new(), schemas: common::schemas() };
    for endpoint in api.endpoints() {
        operations::regular(&mut writer, endpoint);
        operations::actions(&mut writer, endpoint);
    }
    for operation in api.alone().iter().filter(|operation| !operation.path.starts_with(OWN)) {
        operations::alone(&mut writer, operation);
    }
    for text in components {
        if let Ok(Json::Object(extra)) = serde_json::from_str(text) {
            extra.into_iter().for_each(|(name, shape)| writer.component(&name, shape));
        }
    }
    writer.schemas.sort_keys();
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Vestibule", "version": env!("CARGO_PKG_VERSION"), "description": "Speaks the API v3 of authentik." },
        "servers": [{ "url": "/api/v3" }],
        "paths": writer.paths,
        "components": {
            "schemas": writer.schemas,
            "parameters": common::parameters(),
            "responses": common::responses(),
            "securitySchemes": { "authentik": { "type": "http", "scheme": "bearer" } },
        },
    })
}

impl Writer<'_> {
    /// Adds an operation.
    fn operation(&mut self, path: &str, method: &str, operation: Json) {
        let methods = self.paths.entry(path.to_owned()).or_insert_with(|| json!({}));
        if let Json::Object(methods) = methods {
            methods.insert(method.to_ascii_lowercase(), operation);
        }
    }

    /// Adds a component that an area gives, or merges it into the one that is there.
    fn component(&mut self, name: &str, shape: Json) {
        match name.strip_suffix('+') {
            Some(name) => merge(self.schemas.entry(name).or_insert(Json::Null), shape),
            None => drop(self.schemas.insert(name.to_owned(), shape)),
        }
    }

    /// Makes sure that the resource's own component is there, and answers a reference to it.
    fn resource(&mut self, resource: &'static Resource) -> Json {
        if !self.schemas.contains_key(resource.name) {
            self.schemas.insert(resource.name.to_owned(), Json::Null);
            let shape = schema::answer(self, resource, None);
            self.schemas.insert(resource.name.to_owned(), shape);
        }
        reference(resource.name)
    }

    /// The same for a part of a resource.
    fn view(&mut self, resource: &'static Resource, view: &'static View) -> Json {
        if !self.schemas.contains_key(view.name) {
            self.schemas.insert(view.name.to_owned(), Json::Null);
            let shape = schema::answer(self, resource, Some(view));
            self.schemas.insert(view.name.to_owned(), shape);
        }
        reference(view.name)
    }

    fn nested(&mut self, nested: &Nested) -> Json {
        match (self.catalog.find(nested.to), nested.view) {
            (Some(to), Some(view)) => self.view(to, view),
            (Some(to), None) => self.resource(to),
            (None, Some(view)) => reference(view.name),
            (None, None) => json!({}),
        }
    }

    /// The schema of a key of that model.
    fn key(&self, model: &str) -> Json {
        let key = self.catalog.find(model).and_then(|to| to.field(to.key));
        match key.map(|field| field.kind) {
            Some(Kind::Int { .. }) => json!({ "type": "integer" }),
            _ => json!({ "type": "string", "format": "uuid" }),
        }
    }

    fn computed(&mut self, shape: &Shape) -> Json {
        match shape {
            Shape::Kind(kind) => schema::kind(self, kind, true),
            Shape::Component(name) => reference(name),
            Shape::ComponentList(name) => json!({ "type": "array", "items": reference(name) }),
        }
    }
}

/// A reference to a component.
fn reference(name: &str) -> Json {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// Merges a patch into a value (RFC 7396).
fn merge(target: &mut Json, patch: Json) {
    let Json::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Json::Object(Map::new());
    }
    let Json::Object(members) = target else { return };
    for (name, value) in patch {
        match value {
            Json::Null => drop(members.remove(&name)),
            value => merge(members.entry(name).or_insert(Json::Null), value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_adds_changes_and_takes_away() {
        let mut target = json!({ "a": { "b": 1, "c": 2 }, "d": [1] });
        merge(&mut target, json!({ "a": { "b": null, "e": { "f": 3 } }, "d": [2] }));
        assert_eq!(target, json!({ "a": { "c": 2, "e": { "f": 3 } }, "d": [2] }));
    }
}
