//! What can be done with flows and stages beside reading and writing them.

mod cache;
mod diagram;
mod execute;
mod export;
mod stages;
mod yaml;

use vestibule_engine::{Action, Need, Schema, Target};

/// Actions on flows.
pub(crate) static FLOWS: &[Action] = &[
    Action {
        path: "cache_info",
        method: "GET",
        id: "flows_instances_cache_info_retrieve",
        target: Target::Collection,
        need: Need::Permission("view_flow_cache"),
        schema: Schema::answers("Cache"),
        run: |cx, _, _| Box::pin(cache::info(cx)),
    },
    Action {
        path: "cache_clear",
        method: "POST",
        id: "flows_instances_cache_clear_create",
        target: Target::Collection,
        need: Need::Permission("clear_flow_cache"),
        schema: Schema::NOTHING,
        run: |cx, _, _| Box::pin(cache::clear(cx)),
    },
    Action {
        path: "diagram",
        method: "GET",
        id: "flows_instances_diagram_retrieve",
        target: Target::Object,
        need: Need::View,
        schema: Schema::answers("FlowDiagram"),
        run: |cx, flow, _| Box::pin(diagram::diagram(cx, flow)),
    },
    Action {
        path: "execute",
        method: "GET",
        id: "flows_instances_execute_retrieve",
        target: Target::Object,
        need: Need::View,
        schema: Schema::answers("Link"),
        run: |cx, flow, _| Box::pin(execute::execute(cx, flow)),
    },
    Action {
        path: "export",
        method: "GET",
        id: "flows_instances_export_retrieve",
        target: Target::Object,
        need: Need::Permission("export_flow"),
        schema: Schema::answers("FlowExport"),
        run: |cx, flow, _| Box::pin(export::export(cx, flow)),
    },
];

/// Actions on stages of all types.
pub(crate) static STAGES: &[Action] = &[
    vestibule_engine::types::<crate::Stage>("stages_all_types_list"),
    Action {
        path: "user_settings",
        method: "GET",
        id: "stages_all_user_settings_list",
        target: Target::Collection,
        need: Need::Login,
        schema: Schema::answers("UserSetting[]"),
        run: |cx, _, _| Box::pin(stages::user_settings(cx)),
    },
];
