//! What is irregular about object attributes: the type of objects must be one that has attributes.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_core::content_type;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Kind, Record, Resource, Result, Value};

/// Checks the type and the pattern, and shows the type.
pub(super) struct ObjectAttributeHooks;

impl Hooks for ObjectAttributeHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            check_type(cx, draft);
            check_regex(draft);
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (row, object) in rows.iter().zip(objects) {
                object.insert("object_type_obj".into(), content_type(cx.store.catalog(), row.text("object_type")));
            }
            Ok(())
        })
    }
}

/// A type is named by its model label, in any case.
fn check_type(cx: &Context, draft: &mut Draft) {
    let Some(sent) = draft.sent("object_type").and_then(Value::as_str).map(str::to_lowercase) else { return };
    match cx.store.catalog().find(&sent).filter(|resource| has_attributes(resource)) {
        Some(resource) => {
            draft.set("object_type", resource.model);
            draft.set("app_label", resource.app());
            draft.set("model_name", resource.model_name());
        }
        None => draft.invalid.add("object_type", format!("\"{sent}\" is no type of object with attributes.")),
    }
}

fn has_attributes(resource: &'static Resource) -> bool {
    resource.field("attributes").is_some_and(|field| matches!(field.kind, Kind::Object))
}

fn check_regex(draft: &mut Draft) {
    let Some(Err(error)) = draft.sent("regex").and_then(Value::as_str).map(regex::Regex::new) else { return };
    let reason = error.to_string();
    let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
    draft.invalid.add("regex", format!("Not a valid regular expression: {reason}."));
}
