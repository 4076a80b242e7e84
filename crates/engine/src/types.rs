//! The types of a resource that others extend, for people who are about to make one.

use serde_json::{Value as Json, json};
use vestibule_resource::{Model, Resource};

use crate::{Action, Answer, Context, Need, Schema, Target};

/// The action `types` on the collection of a base: every type that extends it and has a collection of its own, by name.
/// `id` is its `operationId` in the OpenAPI document.
pub const fn types<Base: Model>(id: &'static str) -> Action {
    Action {
        path: "types",
        method: "GET",
        id,
        target: Target::Collection,
        need: Need::Login,
        schema: Schema::answers("TypeCreate[]"),
        run: |cx, _, _| Box::pin(async move { Ok(Answer::json(200, list(cx, Base::RESOURCE))) }),
    }
}

fn list(cx: &Context, base: &'static Resource) -> Json {
    let mut kinds: Vec<&Resource> = cx.store.catalog().descendants(base).filter(|kind| !kind.path.is_empty()).collect();
    kinds.sort_by_key(|kind| kind.verbose_name);
    let shown = kinds.iter().map(|kind| {
        json!({
            "name": kind.verbose_name, "description": kind.about, "component": kind.form, "model_name": kind.model_name(),
            "icon_url": null, "requires_enterprise": false, "deprecated": false,
        })
    });
    shown.collect()
}
