//! Reports: lists of objects, saved as a file for whoever asked.

use futures::future::BoxFuture;
use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_core::{content_type, users::PARTIAL_USER};
use vestibule_engine::{Context, Endpoint, Hooks, Operations};
use vestibule_resource::{Computed, Model as _, Nest, Record, Result};
use vestibule_resource_derive::Resource;

/// A list of objects that somebody asked to have as a file.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_reports.dataexport", table = "data_export", path = "reports/exports", key = "id", key_as = "id",
    verbose = "Data Export", plural = "Data Exports", display = "Data Export {id}", order = "-requested_on",
    search = [requested_by_id__username, content_model], owner = "requested_by_id", unbounded
)]
pub struct DataExport {
    /// Identifier that names the report for ever.
    #[field(read_only, default = uuid)]
    pub id: Uuid,
    /// Who asked for it.
    #[field(nest(of = "requested_by_id", to = "authentik_core.user", view = PARTIAL_USER))]
    pub requested_by: Nest,
    /// When they did.
    #[field(read_only, default = now)]
    pub requested_on: Timestamp,
    /// What type the objects are of.
    #[field(component = "ContentType")]
    pub content_type: Computed<Json>,
    /// Which of them: the query parameters of the list.
    #[field(required)]
    pub query_params: Map<String, Json>,
    /// Address of the file; empty before it is written.
    pub file_url: Computed<String>,
    /// Whether the file is written.
    #[field(read_only, default = false)]
    pub completed: bool,
    /// Number of who asked.
    #[field(internal, to = "authentik_core.user", on_delete = cascade)]
    pub requested_by_id: i64,
    /// Model label of the type of objects.
    #[field(internal)]
    pub content_model: String,
    /// Name of the file; empty before it is written.
    #[field(internal, blank)]
    pub file: String,
}

/// What the API serves: people see and delete their own.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(DataExport::RESOURCE).operations(Operations::READ.with(Operations::DESTROY)).hooks(&DataExportHooks)
}

struct DataExportHooks;

impl Hooks for DataExportHooks {
    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (row, object) in rows.iter().zip(objects) {
                object.insert("content_type".into(), content_type(cx.store.catalog(), row.text("content_model")));
                object.insert("file_url".into(), row.text("file").into());
            }
            Ok(())
        })
    }
}
