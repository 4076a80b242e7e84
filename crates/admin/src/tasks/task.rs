//! What a task is.

use futures::future::BoxFuture;
use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_engine::{Action, Answer, Context, Endpoint, Hooks, Need, Operations, Schema, Target};
use vestibule_resource::{Computed, Error, Model as _, Record, Result};
use vestibule_resource_derive::{Choices, Resource};

use super::{model_type, status};

/// A piece of work that was, is or will be done.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_tasks.task", table = "task", path = "tasks/tasks", key = "message_id", key_as = "message_id", verbose = "Task",
    plural = "Tasks", display = "{actor_name}", order = "-mtime",
    search = [message_id, queue_name, actor_name, state, rel_obj_app_label, rel_obj_model, rel_obj_id, identity, aggregated_status],
    filter = [
        actor_name, "aggregated_status: aggregated_status in", queue_name, "rel_obj_content_type__app_label: rel_obj_app_label",
        "rel_obj_content_type__model: rel_obj_model", rel_obj_id, rel_obj_id__isnull, state
    ],
    permissions = [retry_task], unbounded, internal
)]
pub struct Task {
    /// Identifier that names the task for ever.
    #[field(default = uuid)]
    pub message_id: Uuid,
    /// Queue that it waits in.
    #[field(default = "default")]
    pub queue_name: String,
    /// What is done.
    #[field(required)]
    pub actor_name: String,
    /// How far it is.
    #[field(default = "queued")]
    pub state: TaskStatus,
    /// When that last changed.
    #[field(default = now)]
    pub mtime: Timestamp,
    /// How often it was tried again.
    #[field(kind = long, default = 0, min = 0, max = i64::MAX)]
    pub retries: i64,
    /// When it is due; null when at once.
    pub eta: Option<Timestamp>,
    /// First part of the model label of the object that it is about; empty when it is about none.
    #[field(read_only, blank)]
    pub rel_obj_app_label: String,
    /// Second part of that label.
    #[field(read_only, blank)]
    pub rel_obj_model: String,
    /// Key of the object that it is about.
    pub rel_obj_id: Option<String>,
    /// Name that tells it apart from others of its kind.
    pub uid: Computed<String>,
    /// What it noted.
    #[field(component_list = "LogEvent")]
    pub logs: Computed<Json>,
    /// What it noted when it was tried before.
    #[field(component_list = "LogEvent")]
    pub previous_logs: Computed<Json>,
    /// How far it is, or what came of it.
    #[field(required)]
    pub aggregated_status: TaskAggregatedStatus,
    /// What it is for, in words; null when nobody says.
    #[field(nullable)]
    pub description: Computed<String>,
    /// What tells it apart from others of its kind.
    #[field(internal, blank)]
    pub identity: String,
    /// What it is for, in words.
    #[field(internal, blank)]
    pub about: String,
    /// What it noted, as `LogEvent`s.
    #[field(internal, default = json("[]"))]
    pub messages: Json,
    /// What it noted before, as `LogEvent`s.
    #[field(internal, default = json("[]"))]
    pub previous_messages: Json,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "TaskStatusEnum")]
pub enum TaskStatus {
    /// Others have to be done first.
    WaitingForDependencies,
    /// It waits for a worker.
    Queued,
    /// A worker has taken it.
    Consumed,
    /// The worker prepares it.
    Preprocess,
    /// It is being done.
    Running,
    /// The worker cleans up.
    Postprocess,
    /// It failed for good.
    Rejected,
    /// It is done.
    Done,
}

/// How far a task is, or what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "TaskAggregatedStatusEnum")]
pub enum TaskAggregatedStatus {
    /// Others have to be done first.
    WaitingForDependencies,
    /// It waits for a worker.
    Queued,
    /// A worker has taken it.
    Consumed,
    /// The worker prepares it.
    Preprocess,
    /// It is being done.
    Running,
    /// The worker cleans up.
    Postprocess,
    /// It failed for good.
    Rejected,
    /// It is done.
    Done,
    /// It is done, and says something.
    Info,
    /// It is done, and warns.
    Warning,
    /// It is done, and something went wrong.
    Error,
}

/// What the API serves.
pub(super) fn endpoint() -> Endpoint {
    Endpoint::new(Task::RESOURCE).operations(Operations::READ).hooks(&TaskHooks).actions(ACTIONS)
}

static ACTIONS: &[Action] = &[
    Action {
        path: "retry",
        method: "POST",
        id: "tasks_tasks_retry_create",
        target: Target::Object,
        need: Need::Permission("retry_task"),
        schema: Schema::NOTHING,
        run: |_, row, _| Box::pin(async move { retry(row) }),
    },
    Action {
        path: "status",
        method: "GET",
        id: "tasks_tasks_status_retrieve",
        target: Target::Collection,
        need: Need::View,
        schema: Schema::answers("GlobalTaskStatus"),
        run: |cx, _, _| Box::pin(status::status(cx)),
    },
];

/// Only what is over can be tried again; and nothing here takes tasks from a queue yet.
fn retry(row: Option<Record>) -> Result<Answer> {
    match row.as_ref().map(|row| row.text("state")) {
        Some("rejected" | "done") => Err(Error::not_possible("This server does not take tasks from a queue.")),
        _ => Ok(Answer::empty(400)),
    }
}

struct TaskHooks;

impl Hooks for TaskHooks {
    fn show<'a>(&'a self, _cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (row, object) in rows.iter().zip(objects) {
                model_type::show(row, object);
                object.insert("logs".into(), row.json("messages").clone());
                object.insert("previous_logs".into(), row.json("previous_messages").clone());
            }
            Ok(())
        })
    }
}
