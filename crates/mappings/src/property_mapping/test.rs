//! `POST test/`: runs a mapping for somebody, without consequences.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};
use vestibule_core::{groups::Group, users::User};
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target, type_name};
use vestibule_host::{Given, Kind, Scope};
use vestibule_resource::{Error, Invalid, Model as _, Record, Resource, Result};

use crate::{Ran, run};

/// Who may change a mapping may run it: whatever it does can be put into it.
pub(super) const ACTION: Action = Action {
    path: "test",
    method: "POST",
    id: "propertymappings_all_test_create",
    target: Target::Object,
    need: Need::Permission("change_propertymapping"),
    schema: Schema {
        request: "PropertyMappingTestRequest",
        params: r#"[{"in":"query","name":"format_result","schema":{"type":"boolean"}}]"#,
        ..Schema::answers("PropertyMappingTestResult")
    },
    run: |cx, row, body| Box::pin(test(cx, row, body)),
};

async fn test(cx: &Context, mapping: Option<Record>, body: Json) -> Result<Answer> {
    let mapping = mapping.ok_or_else(|| Error::internal("an action on an object was run without one"))?;
    let empty = json!({});
    let body = match &body {
        Json::Null => &empty,
        Json::Object(_) => &body,
        other => return Err(Error::non_field(format!("Invalid data. Expected a dictionary, but got {}.", type_name(other)))),
    };
    let mut invalid = Invalid::default();
    let user = seen(cx, &mut invalid, "user", User::RESOURCE, body.get("user")).await?;
    let group = seen(cx, &mut invalid, "group", Group::RESOURCE, body.get("group")).await?;
    let context = match body.get("context") {
        None => Map::new(),
        Some(Json::Object(context)) => context.clone(),
        Some(wrong) => {
            invalid.add("context", if wrong.is_null() { "This field may not be null." } else { NO_DICTIONARY });
            Map::new()
        }
    };
    invalid.check()?;
    let variables = context.iter().map(|(name, value)| (identifier(name), Given::Json(value.clone())));
    let variables = variables.chain(group.map(|group| ("group".to_owned(), Given::Row(group)))).collect();
    let scope = Scope { user, context, variables, debug: true, ..Scope::new(Kind::Mapping) };
    Ok(Answer::json(200, answer(cx, run(cx, &mapping, scope).await?)))
}

const NO_DICTIONARY: &str = "Value must be a dictionary, and not have any duplicate keys.";

/// The name of a variable: what cannot stand in one becomes `_`.
fn identifier(name: &str) -> String {
    name.replace([':', '.', '-'], "_")
}

/// The result as text, or where the expression failed.
fn answer(cx: &Context, ran: Ran) -> Json {
    let result = match ran {
        Ran::Made(result) => result,
        Ran::Nothing => Json::Null,
        Ran::Skip(failure) | Ran::Failed(failure) => return json!({ "result": failure.trace, "successful": false }),
    };
    let pretty = cx.request.params.get("format_result").is_some_and(|flag| matches!(flag, "true" | "True" | "1"));
    let text = if pretty { serde_json::to_string_pretty(&result) } else { serde_json::to_string(&result) };
    json!({ "result": text.unwrap_or_default(), "successful": true })
}

/// The object that is named. Refuses one that is not there, and one that the caller does not see: a mapping would tell everything about it.
async fn seen(cx: &Context, invalid: &mut Invalid, name: &str, to: &'static Resource, sent: Option<&Json>) -> Result<Option<Arc<Record>>> {
    let Some(sent) = sent.filter(|sent| !sent.is_null()) else { return Ok(None) };
    match cx.seen(to, sent).await? {
        Ok(row) => Ok(Some(Arc::new(row))),
        Err(wrong) => {
            invalid.add(name, wrong);
            Ok(None)
        }
    }
}
