//! Where the synchronisation of a source stands.

use serde_json::json;
use vestibule_engine::{Action, Answer, Need, Schema, Target};

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("sync.json");

/// `GET sync/status/` of a type of source. Nothing synchronises sources yet: none is at work, and none ever was.
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
