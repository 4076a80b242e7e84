//! What can be asked about outposts beside reading them.

use serde_json::json;
use vestibule_engine::{Action, Answer, Need, Schema, Target};

use super::settings;

/// What can be asked about outposts.
pub(super) static ACTIONS: &[Action] = &[
    Action {
        path: "default_settings",
        method: "GET",
        id: "outposts_instances_default_settings_retrieve",
        target: Target::Collection,
        need: Need::View,
        schema: Schema::answers("OutpostDefaultConfig"),
        run: |cx, _, _| {
            Box::pin(async move {
                let config = settings::defaults(&format!("{}/", cx.origin()));
                Ok(Answer::json(200, json!({ "config": config })))
            })
        },
    },
    Action {
        path: "health",
        method: "GET",
        id: "outposts_instances_health_list",
        target: Target::Object,
        need: Need::View,
        schema: Schema { params: include_str!("health.json"), ..Schema::answers("OutpostHealth[]") },
        // Outposts cannot report yet, so none has been heard of.
        run: |_, _, _| Box::pin(async { Ok(Answer::json(200, json!([]))) }),
    },
];
