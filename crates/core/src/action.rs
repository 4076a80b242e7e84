//! Short forms for tables of actions.

use vestibule_engine::{Action, Need, Run, Schema, Target};

/// An action on a collection.
pub(crate) const fn on_collection(
    path: &'static str,
    method: &'static str,
    id: &'static str,
    need: Need,
    schema: Schema,
    run: Run,
) -> Action {
    Action { path, method, id, target: Target::Collection, need, schema, run }
}

/// An action on one object.
pub(crate) const fn on_object(path: &'static str, method: &'static str, id: &'static str, need: Need, schema: Schema, run: Run) -> Action {
    Action { path, method, id, target: Target::Object, need, schema, run }
}
