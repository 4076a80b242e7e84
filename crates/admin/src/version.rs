//! Which versions of the server have run.

use jiff::Timestamp;
use serde_json::Value as Json;
use vestibule_engine::{Answer, Context, Endpoint, Need, Operations, Schema, Standalone};
use vestibule_resource::{Model as _, Result};
use vestibule_resource_derive::Resource;
use vestibule_store::{Actor, Query, Store};

/// The contract's release that this server speaks; clients compare it with their own.
pub const RELEASE: &str = "2026.8.3";

/// A version of the server that ran here, and since when.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_admin.versionhistory", table = "version_history", path = "admin/version/history", key = "id", key_as = "id",
    verbose = "Version history", plural = "Version history", display = "{version}", order = "-timestamp", search = [version, build],
    filter = [build, version], internal
)]
pub struct VersionHistory {
    /// Number, in the order in which versions came.
    #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
    pub id: i64,
    /// When it first started.
    pub timestamp: Timestamp,
    /// The version.
    pub version: String,
    /// What it was built from; empty for a release.
    #[field(required, blank)]
    pub build: String,
}

/// What the API serves. The list is no page of one, so it stands below.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(VersionHistory::RESOURCE).operations(Operations::RETRIEVE)
}

/// The list, whole.
pub(crate) static OPERATIONS: &[Standalone] = &[Standalone {
    path: "admin/version/history",
    method: "GET",
    id: "admin_version_history_list",
    tag: "admin",
    need: Need::Login,
    schema: Schema {
        params: r##"[
            {"in": "query", "name": "build", "schema": {"type": "string"}},
            {"$ref": "#/components/parameters/QueryPaginationOrdering"},
            {"$ref": "#/components/parameters/QuerySearch"},
            {"in": "query", "name": "version", "schema": {"type": "string"}}
        ]"##,
        ..Schema::answers("VersionHistory[]")
    },
    negotiates: false,
    run: |cx, _, _| Box::pin(list(cx)),
}];

async fn list(cx: &Context) -> Result<Answer> {
    let query = cx.narrowed(cx.visible(VersionHistory::RESOURCE).await?).await?;
    let rows = cx.store.select(&query).await?;
    Ok(Answer::json(200, Json::Array(cx.api.show(cx, &rows, None).await?)))
}

/// Notes that this version starts, unless it was the last one that did.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn note(store: &Store, version: &str, build: &str) -> Result<()> {
    let last = store.first(&Query::all(VersionHistory::RESOURCE).order("-id")).await?;
    if last.is_some_and(|last| last.text("version") == version && last.text("build") == build) {
        return Ok(());
    }
    let mut tx = store.begin(Actor::default()).await?;
    let values = vec![("timestamp", store.world().now().into()), ("version", version.into()), ("build", build.into())];
    tx.insert(VersionHistory::RESOURCE, values).await?;
    tx.commit().await
}
