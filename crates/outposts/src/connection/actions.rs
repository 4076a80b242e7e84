//! What can be asked about connections beside reading them.

use serde_json::json;
use vestibule_engine::{Action, Answer, Need, Schema, Target, types};

use super::ServiceConnection;

/// What can be asked about connections.
pub(super) static ACTIONS: &[Action] = &[
    types::<ServiceConnection>("outposts_service_connections_all_types_list"),
    Action {
        path: "state",
        method: "GET",
        id: "outposts_service_connections_all_state_retrieve",
        target: Target::Object,
        need: Need::View,
        schema: Schema::answers("ServiceConnectionState"),
        // Nothing connects to these places yet, so none of them has answered.
        run: |_, _, _| Box::pin(async { Ok(Answer::json(200, json!({ "healthy": false, "version": "" }))) }),
    },
];
