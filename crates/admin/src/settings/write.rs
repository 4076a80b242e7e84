//! Changing settings.

use serde_json::{Map, Value as Json, json};
use vestibule_core::{
    events,
    tenant::{SETTING, Settings},
};
use vestibule_engine::{Answer, Context, checked_value, type_name};
use vestibule_resource::{Error, Field, Invalid, Result};

use super::{
    fields::{FIELDS, FLAGS},
    links, shown,
};

/// `PUT` and `PATCH`: what the body names is changed, everything else stays. A full update names the switches, all of them.
pub(super) async fn write(cx: &Context, body: Json, partial: bool) -> Result<Answer> {
    let changes = read(body, partial)?;
    let mut tx = cx.begin().await?;
    let mut stored = tx.setting(SETTING).await?.and_then(|stored| stored.as_object().cloned()).unwrap_or_default();
    merge(&mut stored, changes);
    tx.set_setting(SETTING, Json::Object(stored)).await?;
    let model = json!({ "app": "authentik_tenants", "model_name": "tenant", "name": "Settings", "pk": "" });
    events::emit_in(cx, &mut tx, "model_updated", json!({ "model": model })).await?;
    tx.commit().await?;
    Ok(Answer::json(200, shown(&Settings::load(&cx.store).await?)))
}

/// What the body changes.
fn read(body: Json, partial: bool) -> Result<Map<String, Json>> {
    let body = object(body).map_err(Error::non_field)?;
    let mut invalid = Invalid::default();
    let mut changes = values(&body, FIELDS, &mut invalid);
    if let Some(sent) = body.get("footer_links") {
        match links::wrong(sent) {
            Some(message) => invalid.add("footer_links", message),
            None => drop(changes.insert("footer_links".into(), sent.clone())),
        }
    }
    match body.get("flags") {
        Some(sent) => drop(changes.insert("flags".into(), flags(sent, partial, &mut invalid))),
        None if partial => {}
        None => invalid.add("flags", "This field is required."),
    }
    invalid.check()?;
    Ok(changes)
}

fn flags(sent: &Json, partial: bool, invalid: &mut Invalid) -> Json {
    let Ok(sent) = object(sent.clone()) else {
        invalid.nest("flags", json!({ "non_field_errors": [not_an_object(sent)] }));
        return Json::Null;
    };
    let mut wrong = Invalid::default();
    let flags = values(&sent, FLAGS, &mut wrong);
    for flag in FLAGS.iter().filter(|flag| !partial && !sent.contains_key(flag.name)) {
        wrong.add(flag.name, "This field is required.");
    }
    if let Err(Error::Invalid(body)) = wrong.check() {
        invalid.nest("flags", body);
    }
    Json::Object(flags)
}

/// Those of the fields that the body names.
fn values(body: &Map<String, Json>, fields: &[Field], invalid: &mut Invalid) -> Map<String, Json> {
    let mut values = Map::new();
    for field in fields {
        match body.get(field.name) {
            None => {}
            Some(Json::Null) => invalid.add(field.name, "This field may not be null."),
            Some(sent) => match checked_value(field, sent) {
                Ok(value) => drop(values.insert(field.name.to_owned(), value.to_json())),
                Err(message) => invalid.add(field.name, message),
            },
        }
    }
    values
}

fn merge(stored: &mut Map<String, Json>, changes: Map<String, Json>) {
    for (name, value) in changes {
        match (stored.get_mut(&name), value) {
            (Some(Json::Object(inner)), Json::Object(value)) => inner.extend(value),
            (_, value) => drop(stored.insert(name, value)),
        }
    }
}

fn object(body: Json) -> Result<Map<String, Json>, String> {
    match body {
        Json::Object(members) => Ok(members),
        other => Err(not_an_object(&other)),
    }
}

fn not_an_object(json: &Json) -> String {
    format!("Invalid data. Expected a dictionary, but got {}.", type_name(json))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(body: Json, partial: bool) -> Json {
        match read(body, partial) {
            Err(Error::Invalid(body)) => body,
            other => json!(format!("{other:?}")),
        }
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let body =
            json!({ "avatars": " ", "event_retention": "soon", "reputation_lower_limit": 1, "impersonation": null, "flags": { "x": 1 } });
        let required = json!(["This field is required."]);
        assert_eq!(
            refused(body, false),
            json!({
                "avatars": ["This field may not be blank."], "event_retention": ["soon is not in the correct format of 'hours=3;minutes=1'."],
                "reputation_lower_limit": ["Ensure this value is less than or equal to 0."], "impersonation": ["This field may not be null."],
                "flags": {
                    "core_default_app_access": required, "enterprise_audit_include_expanded_diff": required,
                    "flows_continuous_login": required, "flows_refresh_others": required,
                },
            })
        );
        assert_eq!(refused(json!([]), true), json!({ "non_field_errors": ["Invalid data. Expected a dictionary, but got list."] }));
    }

    #[test]
    fn a_partial_update_changes_one_switch() {
        let mut stored =
            Map::from_iter([("flags".to_owned(), json!({ "flows_refresh_others": true })), ("avatars".to_owned(), json!("none"))]);
        let changes = read(json!({ "flags": { "core_default_app_access": false } }), true).unwrap_or_default();
        merge(&mut stored, changes);
        let wanted = json!({ "flags": { "flows_refresh_others": true, "core_default_app_access": false }, "avatars": "none" });
        assert_eq!(Json::Object(stored), wanted);
    }
}
