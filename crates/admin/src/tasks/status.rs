//! How much work there is, and who does it.

use serde_json::{Map, Value as Json, json};
use vestibule_core::Keys;
use vestibule_engine::{Answer, Context, Need, Schema, Standalone};
use vestibule_resource::{Model as _, Result, Word as _};
use vestibule_store::{Condition, Query};

use super::{Task, task::TaskAggregatedStatus};

/// The states that the contract counts.
const COUNTED: &[TaskAggregatedStatus] = &[
    TaskAggregatedStatus::Queued,
    TaskAggregatedStatus::Consumed,
    TaskAggregatedStatus::Preprocess,
    TaskAggregatedStatus::Running,
    TaskAggregatedStatus::Postprocess,
    TaskAggregatedStatus::Rejected,
    TaskAggregatedStatus::Done,
    TaskAggregatedStatus::Info,
    TaskAggregatedStatus::Warning,
    TaskAggregatedStatus::Error,
];

/// How many tasks are in each state, of those that the caller sees.
pub(super) async fn status(cx: &Context) -> Result<Answer> {
    let visible: Query = cx.visible(Task::RESOURCE).await?;
    let mut counts = Map::new();
    for state in COUNTED {
        let these = visible.clone().filter(Condition::is("aggregated_status", state.word()));
        counts.insert(state.word().to_owned(), cx.store.count(&these).await?.into());
    }
    Ok(Answer::json(200, Json::Object(counts)))
}

/// Who works beside requests.
pub(super) static WORKERS: Standalone = Standalone {
    path: "tasks/workers",
    method: "GET",
    id: "tasks_workers_list",
    tag: "tasks",
    need: Need::Permission("view_system_info"),
    schema: Schema::answers("Worker[]"),
    negotiates: false,
    run: |cx, _, _| Box::pin(async move { workers(cx) }),
};

/// Every server does its own work, so the one that answers is the one that works.
fn workers(cx: &Context) -> Result<Answer> {
    let keys: &Keys = cx.service()?;
    let worker = json!({ "worker_id": &*keys.install_id, "version": crate::version::RELEASE, "version_matching": true });
    Ok(Answer::json(200, json!([worker])))
}
