//! What a schedule is.

use futures::future::BoxFuture;
use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_engine::{Action, Answer, Context, Draft, Endpoint, Hooks, Need, Operations, Schema, Target};
use vestibule_resource::{Computed, Error, Model as _, Record, Result, Value};
use vestibule_resource_derive::Resource;

use super::{crontab::Crontab, model_type, task::TaskAggregatedStatus};

/// Work that is due again and again.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_tasks_schedules.schedule", table = "schedule", path = "tasks/schedules", key = "id", key_as = "id",
    verbose = "Schedule", plural = "Schedules", display = "{actor_name}", order = [next_run, actor_name, identifier],
    search = [id, identifier, identity, actor_name, rel_obj_app_label, rel_obj_model, rel_obj_id],
    filter = [
        actor_name, paused, "rel_obj_content_type__app_label: rel_obj_app_label", "rel_obj_content_type__model: rel_obj_model", rel_obj_id,
        rel_obj_id__isnull
    ],
    unique = [["actor_name", "identifier"]], permissions = [send_schedule]
)]
pub struct Schedule {
    /// Identifier that names the schedule for ever.
    #[field(read_only, default = uuid)]
    pub id: Uuid,
    /// Name that tells it apart from other schedules of the same work.
    #[field(read_only)]
    pub identifier: Option<String>,
    /// Name that tells it apart from all others.
    pub uid: Computed<String>,
    /// What is done.
    #[field(read_only)]
    pub actor_name: String,
    /// First part of the model label of the object that it is about; empty when it is about none.
    #[field(read_only, blank)]
    pub rel_obj_app_label: String,
    /// Second part of that label.
    #[field(read_only, blank)]
    pub rel_obj_model: String,
    /// Key of the object that it is about.
    pub rel_obj_id: Option<String>,
    /// When it is due, as in crontab(5): minute, hour, day of the month, month, day of the week; in UTC.
    pub crontab: String,
    /// It is not due for the time being.
    #[field(default = false)]
    pub paused: bool,
    /// When it is due next.
    #[field(read_only, default = now)]
    pub next_run: Timestamp,
    /// What it is for, in words; null when nobody says.
    #[field(nullable)]
    pub description: Computed<String>,
    /// How far the last task is that came of it, or what came of that; null when there was none.
    #[field(component = "LastTaskStatusEnum", nullable)]
    pub last_task_status: Computed<Json>,
    /// What tells it apart from others of its kind.
    #[field(internal, blank)]
    pub identity: String,
    /// What it is for, in words.
    #[field(internal, blank)]
    pub about: String,
    /// How far the last task is that came of it.
    #[field(internal)]
    pub last_status: Option<TaskAggregatedStatus>,
}

/// What the API serves.
pub(super) fn endpoint() -> Endpoint {
    let operations = Operations::READ.with(Operations::UPDATE).with(Operations::PARTIAL);
    Endpoint::new(Schedule::RESOURCE).operations(operations).hooks(&ScheduleHooks).actions(ACTIONS)
}

static ACTIONS: &[Action] = &[Action {
    path: "send",
    method: "POST",
    id: "tasks_schedules_send_create",
    target: Target::Object,
    need: Need::Permission("send_schedule"),
    schema: Schema::NOTHING,
    run: |_, _, _| Box::pin(async { Err::<Answer, Error>(Error::not_possible("This server does not put tasks into a queue.")) }),
}];

struct ScheduleHooks;

impl Hooks for ScheduleHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let Some(text) = draft.sent("crontab").and_then(Value::as_str).map(str::to_owned) else { return Ok(()) };
            match Crontab::parse(&text).and_then(|crontab| crontab.after(cx.store.world().now())) {
                Some(next) => draft.set("next_run", next),
                None => draft.invalid.add("crontab", format!("{text} is not a valid crontab.")),
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, _cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (row, object) in rows.iter().zip(objects) {
                model_type::show(row, object);
                object.insert("last_task_status".into(), row.get("last_status").to_json());
            }
            Ok(())
        })
    }
}
