//! What a request to give or take permissions asks for.

use serde_json::Value as Json;
use vestibule_core::{
    Body,
    roles::{Catalogue, Permission, guarded, key_of},
};
use vestibule_engine::{Context, type_name};
use vestibule_resource::{Error, Record, Resource, Result};
use vestibule_store::Query;

/// Permissions, on everything of their kind or on one object.
pub(super) struct Asked {
    pub(super) permissions: Vec<Permission>,
    pub(super) object: Option<Record>,
}

impl Asked {
    /// Reads a body. Permissions on everything are named with their app; those on an object may be named without.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong.
    pub(super) async fn read(cx: &Context, sent: Json, needed: bool) -> Result<Self> {
        let mut body = Body::new(sent)?;
        let model = body.optional("model");
        let resource = model.as_deref().and_then(|label| kind(cx, label));
        if let Some(label) = model.filter(|_| resource.is_none()) {
            body.wrong("model", format!("\"{label}\" is not a valid choice."));
        }
        if resource.is_none() && body.get("model").is_some() {
            body.check()?;
            return Err(Error::field("model", "This field may not be null."));
        }
        let object = object(cx, &mut body, resource).await?;
        let permissions = permissions(cx, &mut body, resource, needed)?;
        body.check()?;
        Ok(Asked { permissions, object })
    }
}

/// The kind of object with that label, if people can be given permissions on it.
pub(super) fn kind(cx: &Context, label: &str) -> Option<&'static Resource> {
    cx.store.catalog().find(&label.to_lowercase()).filter(|resource| guarded(resource))
}

/// The object that the body names, if it names one.
async fn object(cx: &Context, body: &mut Body, resource: Option<&'static Resource>) -> Result<Option<Record>> {
    let Some(text) = body.optional("object_pk") else { return Ok(None) };
    let Some(resource) = resource.filter(|resource| !resource.internal) else {
        body.wrong("model", "This field is required.");
        return Ok(None);
    };
    let found = match key_of(resource, &text) {
        Some(key) => cx.store.first(&Query::all(resource).is(resource.key, key).include_expired(true)).await?,
        None => None,
    };
    if found.is_none() {
        body.wrong("object_pk", format!("Invalid pk \"{text}\" - object does not exist."));
    }
    Ok(found)
}

/// The permissions that the body names, all of that kind when it names one.
fn permissions(cx: &Context, body: &mut Body, of: Option<&'static Resource>, needed: bool) -> Result<Vec<Permission>> {
    let (catalogue, catalog) = (cx.service::<Catalogue>()?, cx.store.catalog());
    let items = match body.get("permissions").cloned() {
        Some(Json::Array(items)) => items,
        Some(other) => {
            body.wrong("permissions", format!("Expected a list of items but got type \"{}\".", type_name(&other)));
            return Ok(Vec::new());
        }
        None => {
            if needed {
                body.wrong("permissions", "This field is required.");
            }
            return Ok(Vec::new());
        }
    };
    let mut named = Vec::new();
    for item in &items {
        let text = item.as_str().unwrap_or_default();
        let label = if text.contains('.') { text.to_owned() } else { format!("{}.{text}", of.map_or("", Resource::app)) };
        let fits = |known: &&Permission| of.is_none_or(|resource| known.model_label() == resource.model);
        match catalogue.find(catalog, &label).filter(fits) {
            Some(known) if named.contains(known) => {}
            Some(known) => named.push(known.clone()),
            None => body.wrong("permissions", format!("\"{text}\" is not a valid choice.")),
        }
    }
    Ok(named)
}
