//! What is irregular about places of stages.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Model as _, Record, Resource, Result};

use super::Stage;

/// One of the two moments of evaluation must be left.
pub(crate) struct BindingHooks;

impl Hooks for BindingHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            // The contract looks at the body and its defaults only, never at the row as it is.
            let on_plan = draft.sent("evaluate_on_plan").and_then(|value| value.as_bool()).unwrap_or(false);
            let on_run = draft.sent("re_evaluate_policies").and_then(|value| value.as_bool()).unwrap_or(true);
            if !on_plan && !on_run && draft.invalid.is_empty() {
                draft.invalid.add("non_field_errors", "Either evaluation on plan or evaluation on run must be enabled");
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, _rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            // Right after it was named in a request, the contract shows the stage as a stage of no particular type.
            let named = matches!(cx.request.method.as_str(), "POST" | "PUT") && cx.request.path.contains("/flows/bindings/");
            for stage in objects.iter_mut().filter(|_| named).filter_map(|object| object.get_mut("stage_obj")?.as_object_mut()) {
                describe(Stage::RESOURCE, stage);
            }
            Ok(())
        })
    }
}

fn describe(resource: &'static Resource, object: &mut Map<String, Json>) {
    object.insert("component".into(), resource.form.into());
    object.insert("verbose_name".into(), resource.verbose_name.into());
    object.insert("verbose_name_plural".into(), resource.verbose_name_plural.into());
    object.insert("meta_model_name".into(), resource.model.into());
}
