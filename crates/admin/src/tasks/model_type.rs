//! The names that the contract has for parts of tasks and schedules.

use serde_json::{Map, Value as Json};
use vestibule_resource::Record;

/// `uid`: what the work is on, told apart from others of its kind.
pub(super) fn uid(row: &Record) -> Json {
    let mark = row.text("identity");
    if mark.is_empty() { row.text("actor_name").into() } else { format!("{}:{mark}", row.text("actor_name")).into() }
}

/// Shows what a task and a schedule have in common.
pub(super) fn show(row: &Record, object: &mut Map<String, Json>) {
    object.insert("uid".into(), uid(row));
    let about = row.text("about");
    object.insert("description".into(), if about.is_empty() { Json::Null } else { about.into() });
}
