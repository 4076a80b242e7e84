//! `GET templates/`: the letters that stages can send.

use serde_json::{Value as Json, json};
use vestibule_engine::{Action, Answer, Need, Schema, Target};

pub(super) const ACTIONS: &[Action] = &[Action {
    path: "templates",
    method: "GET",
    id: "stages_email_templates_list",
    target: Target::Collection,
    need: Need::Login,
    schema: Schema::answers("TypeCreate[]"),
    run: |_, _, _| Box::pin(async { Ok(Answer::json(200, list())) }),
}];

fn list() -> Json {
    let shown = vestibule_mail::templates()
        .iter()
        .map(|template| json!({ "name": template.name, "description": template.description, "component": "", "model_name": "" }));
    shown.collect()
}
