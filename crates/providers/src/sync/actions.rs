//! What can be asked of a provider that keeps another directory in step.

use serde_json::{Value as Json, json};
use vestibule_core::Body;
use vestibule_engine::{Action, Answer, Need, Schema, Target};
use vestibule_resource::{Error, Result};

/// Objects that can be told about one at a time.
const MODELS: &[&str] = &["authentik.core.models.User", "authentik.core.models.Group"];

/// `sync/status/`: nothing is told in the background yet, so nothing is running and nothing ever ended.
pub(crate) const fn status(id: &'static str) -> Action {
    Action {
        path: "sync/status",
        method: "GET",
        id,
        target: Target::Object,
        need: Need::View,
        schema: Schema::answers("SyncStatus"),
        run: |_, _, _| Box::pin(async { Ok(Answer::json(200, json!({ "is_running": false }))) }),
    }
}

/// `sync/object/`: tells the other directory about one user or group.
pub(crate) const fn object(id: &'static str) -> Action {
    Action {
        path: "sync/object",
        method: "POST",
        id,
        target: Target::Object,
        need: Need::Add,
        schema: Schema { request: "SyncObjectRequest", ..Schema::answers("SyncObjectResult") },
        run: |_, _, body| Box::pin(async move { tell(body) }),
    }
}

fn tell(sent: Json) -> Result<Answer> {
    let mut body = Body::new(sent)?;
    let model = body.text("sync_object_model", None);
    if !model.is_empty() && !MODELS.contains(&model.as_str()) {
        body.wrong("sync_object_model", format!("\"{model}\" is not a valid choice."));
    }
    body.text("sync_object_id", None);
    body.flag("override_dry_run", false);
    body.check()?;
    Err(Error::not_possible("Other directories cannot be told about users and groups yet."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_checked_before_it_is_refused() {
        let refused = |body: Json| match tell(body) {
            Err(Error::Invalid(body)) => body,
            other => json!(format!("{other:?}")),
        };
        let required = json!(["This field is required."]);
        assert_eq!(refused(json!({})), json!({ "sync_object_model": required, "sync_object_id": required }));
        let body = json!({ "sync_object_model": "x", "sync_object_id": 5, "override_dry_run": "maybe" });
        let wanted = json!({ "sync_object_model": ["\"x\" is not a valid choice."], "override_dry_run": ["Must be a valid boolean."] });
        assert_eq!(refused(body), wanted);
        let good = json!({ "sync_object_model": "authentik.core.models.User", "sync_object_id": "5" });
        assert!(refused(good).get("non_field_errors").is_some());
    }
}
