//! What is irregular about bindings.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result};

use super::target_key;

/// A target goes by two keys on the way in and by its own on the way out; exactly one kind of thing is bound.
pub(crate) struct BindingHooks;

impl Hooks for BindingHooks {
    fn received<'a>(&'a self, cx: &'a Context, body: &'a mut Map<String, Json>) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let own = body.get("target").and_then(Json::as_str).and_then(|text| Uuid::try_parse(text.trim()).ok());
            if let Some(own) = own
                && let Some(target) = target_key::of_object(cx, own).await?
            {
                body.insert("target".into(), target.to_string().into());
            }
            Ok(())
        })
    }

    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            // A rule across fields is only worth telling once each field on its own is right.
            if draft.invalid.is_empty() {
                let bound = ["group", "policy", "user"].iter().filter(|kind| !draft.get(kind).is_null()).count();
                match bound {
                    0 => draft.invalid.add("non_field_errors", "One of 'group', 'policy', 'user' must be set."),
                    1 => {}
                    _ => draft.invalid.add("non_field_errors", "Only one of 'group', 'policy', 'user' can be set."),
                }
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let targets: Vec<Uuid> = rows.iter().filter_map(|row| row.uuid("target")).collect();
            let objects_of = target_key::objects_of(cx, &targets).await?;
            for (row, object) in rows.iter().zip(objects) {
                if let Some(own) = row.uuid("target").and_then(|target| objects_of.get(&target)) {
                    object.insert("target".into(), own.to_string().into());
                }
            }
            Ok(())
        })
    }
}
