//! `POST test/`: runs a mapping for somebody, without consequences.

use serde_json::{Value as Json, json};
use vestibule_core::{groups::Group, users::User};
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target, type_name};
use vestibule_resource::{Error, Invalid, Model as _, Resource, Result};

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
    run: |cx, _, body| Box::pin(test(cx, body)),
};

async fn test(cx: &Context, body: Json) -> Result<Answer> {
    let empty = json!({});
    let body = match &body {
        Json::Null => &empty,
        Json::Object(_) => &body,
        other => return Err(Error::non_field(format!("Invalid data. Expected a dictionary, but got {}.", type_name(other)))),
    };
    let mut invalid = Invalid::default();
    check_seen(cx, &mut invalid, "user", User::RESOURCE, body.get("user")).await?;
    check_seen(cx, &mut invalid, "group", Group::RESOURCE, body.get("group")).await?;
    match body.get("context") {
        None | Some(Json::Object(_)) => {}
        Some(Json::Null) => invalid.add("context", "This field may not be null."),
        Some(_) => invalid.add("context", "Value must be a dictionary, and not have any duplicate keys."),
    }
    invalid.check()?;
    Err(Error::not_possible("Expressions cannot be run yet."))
}

/// Refuses an object that is not there, and one that the caller does not see: a mapping would tell everything about it.
async fn check_seen(cx: &Context, invalid: &mut Invalid, name: &str, to: &'static Resource, sent: Option<&Json>) -> Result<()> {
    let Some(sent) = sent.filter(|sent| !sent.is_null()) else { return Ok(()) };
    match cx.named(to, sent).await? {
        Err(wrong) => invalid.add(name, wrong),
        Ok(key) => {
            let seen = match cx.visible(to).await {
                Ok(visible) => cx.store.first(&visible.is(to.key, key).limit(1)).await?.is_some(),
                Err(Error::Denied(_)) => false,
                Err(error) => return Err(error),
            };
            if !seen {
                invalid.add(
                    name,
                    format!("Invalid pk \"{}\" - object does not exist.", sent.as_str().map_or_else(|| sent.to_string(), str::to_owned)),
                );
            }
        }
    }
    Ok(())
}
