//! Operations of the API that belong to no resource: the executor and the inspector.
//!
//! They stand here for the OpenAPI document. The server's own routes call [`get`](crate::get), [`post`](crate::post) and
//! [`inspect`](crate::inspect), because failures are answers of the protocol there, and bodies are read by its rules.

use vestibule_engine::{Context, Need, Schema, Standalone};

const SLUG: &str = r#"[{"in":"path","name":"flow_slug","schema":{"type":"string"},"required":true}]"#;
const SLUG_AND_QUERY: &str = r#"[{"in":"path","name":"flow_slug","schema":{"type":"string"},"required":true},
    {"in":"query","name":"query","schema":{"type":"string"},"required":true}]"#;

/// What the OpenAPI document says about the executor and the inspector.
pub(crate) fn standalone() -> Vec<Standalone> {
    vec![
        Standalone {
            path: "flows/executor/{flow_slug}",
            method: "GET",
            id: "flows_executor_get",
            tag: "flows",
            need: Need::Anybody,
            schema: Schema { params: SLUG_AND_QUERY, ..Schema::answers("ChallengeTypes") },
            negotiates: false,
            run: |cx, _, _| Box::pin(crate::get(cx, slug(cx), &cx.request.params)),
        },
        Standalone {
            path: "flows/executor/{flow_slug}",
            method: "POST",
            id: "flows_executor_solve",
            tag: "flows",
            need: Need::Anybody,
            schema: Schema { request: "FlowChallengeResponseRequest", params: SLUG_AND_QUERY, ..Schema::answers("ChallengeTypes") },
            negotiates: false,
            run: |cx, _, body| Box::pin(async move { crate::post(cx, slug(cx), &cx.request.params, body.to_string().as_bytes()).await }),
        },
        Standalone {
            path: "flows/inspector/{flow_slug}",
            method: "GET",
            id: "flows_inspector_get",
            tag: "flows",
            need: Need::Login,
            schema: Schema { params: SLUG, ..Schema::answers("FlowInspection") },
            negotiates: false,
            run: |cx, _, _| Box::pin(crate::inspect(cx, slug(cx))),
        },
    ]
}

fn slug(cx: &Context) -> &str {
    cx.request.path.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}
