//! Operations of the API that belong to no resource: what the server is, and its own description.

mod schema;
mod system;
mod version;

use futures::future::BoxFuture;
use serde_json::{Value as Json, json};
use vestibule_core::geo::Geo;
use vestibule_engine::{Answer, Area, Context, Need, Schema, Standalone};
use vestibule_resource::{Record, Result};

pub(crate) use schema::Document;

pub(crate) use vestibule_admin::RELEASE;

/// Schemas of what these operations answer.
const SCHEMAS: &[&str] = &[include_str!("schemas.json")];

/// What the API serves of the server itself.
pub(crate) fn area() -> Area {
    Area { endpoints: Vec::new(), standalone: OPERATIONS.to_vec(), schemas: SCHEMAS }
}

/// All of them.
static OPERATIONS: &[Standalone] = &[
    Standalone {
        path: "root/config",
        method: "GET",
        id: "root_config_retrieve",
        tag: "root",
        need: Need::Anybody,
        schema: Schema::answers("Config"),
        negotiates: false,
        run: config,
    },
    Standalone {
        path: "admin/version",
        method: "GET",
        id: "admin_version_retrieve",
        tag: "admin",
        need: Need::Login,
        schema: Schema::answers("Version"),
        negotiates: false,
        run: version::version,
    },
    Standalone {
        path: "admin/system",
        method: "GET",
        id: "admin_system_retrieve",
        tag: "admin",
        need: Need::Permission("view_system_info"),
        schema: Schema::answers("SystemInfo"),
        negotiates: false,
        run: system::system,
    },
    Standalone {
        path: "admin/system",
        method: "POST",
        id: "admin_system_create",
        tag: "admin",
        need: Need::Permission("view_system_info"),
        schema: Schema::answers("SystemInfo"),
        negotiates: false,
        run: system::system,
    },
    Standalone {
        path: "schema",
        method: "GET",
        id: "schema_retrieve",
        tag: "schema",
        need: Need::Anybody,
        schema: schema::SCHEMA,
        negotiates: true,
        run: schema::document,
    },
];

/// What clients must know before anybody logs in. Nothing is reported to anybody, so that part is empty.
fn config<'a>(cx: &'a Context, _row: Option<Record>, _body: Json) -> BoxFuture<'a, Result<Answer>> {
    let geo = Geo::of(cx);
    let known = [(geo.knows_places(), "can_geo_ip"), (geo.knows_networks(), "can_asn")];
    let capabilities: Vec<&str> = known.into_iter().filter_map(|(can, name)| can.then_some(name)).collect();
    let body = json!({
        "error_reporting": { "enabled": false, "sentry_dsn": "", "environment": "", "send_pii": false, "traces_sample_rate": 0.0 },
        "capabilities": capabilities,
        "cache_timeout": 300,
        "cache_timeout_flows": 300,
        "cache_timeout_policies": 300,
    });
    Box::pin(async { Ok(Answer::json(200, body)) })
}
