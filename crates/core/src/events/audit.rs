//! The events that tell of every object that a request made, changed or deleted.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json, json};
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Resource, Result};
use vestibule_store::{Columns, Revision, Witness};

use super::{Event, emit};

/// Area that tells these events.
const APP: &str = "authentik.events.middleware";

/// Columns that change with every login, which has an event of its own.
const BY_LOGIN: &[&str] = &["last_login", "last_updated", "password"];

/// Tells the changes that one request makes.
struct Audit {
    cx: Context,
}

/// Whoever tells the changes of that request.
pub(crate) fn witness(cx: &Context) -> Box<dyn Witness> {
    Box::new(Audit { cx: cx.clone() })
}

impl Witness for Audit {
    fn resource(&self) -> &'static Resource {
        Event::RESOURCE
    }

    fn rows<'a>(&'a self, changes: &'a [Revision]) -> BoxFuture<'a, Result<Vec<Columns>>> {
        Box::pin(async move {
            let mut rows = Vec::new();
            for change in changes {
                if let Some((action, context)) = told(change) {
                    let user = self.cx.caller.identity().map(|identity| &identity.user);
                    let mut row = emit::columns(&self.cx, user, action, context).await?;
                    row.iter_mut().filter(|(name, _)| *name == "app").for_each(|(_, app)| *app = APP.into());
                    rows.push(row);
                }
            }
            Ok(rows)
        })
    }
}

/// Action and context of the event; `None` for what is not worth one.
fn told(change: &Revision) -> Option<(&'static str, Json)> {
    let action = match change.action {
        "create" => "model_created",
        "delete" => "model_deleted",
        // Links are told of people and groups only, as everything else is seen to change with them.
        "link" if !matches!(change.model.as_str(), "authentik_core.user" | "authentik_core.group") => return None,
        _ => "model_updated",
    };
    let diff = diff(change);
    if change.action == "update" && diff.keys().all(|name| BY_LOGIN.contains(&name.as_str())) {
        return None;
    }
    let (app, model) = change.model.split_once('.').unwrap_or_default();
    let key = change.key.replace('-', "");
    let key = key.parse::<i64>().map_or(Json::from(key), Json::from);
    let mut context = json!({ "model": { "app": app, "model_name": model, "name": change.name, "pk": key } });
    if let Json::Object(members) = &mut context
        && !diff.is_empty()
    {
        members.insert("diff".into(), Json::Object(diff));
    }
    Some((action, context))
}

/// What changed, by field: the value before and the value after. Secrets are stars by the time an event is written.
fn diff(change: &Revision) -> Map<String, Json> {
    let side = |side: &Option<Json>| side.as_ref().and_then(Json::as_object).cloned().unwrap_or_default();
    let (before, after) = (side(&change.before), side(&change.after));
    let names: Vec<&String> = if change.action == "create" { after.keys().collect() } else { before.keys().collect() };
    let pair = |name: &&String| {
        let (old, new) = (before.get(*name).unwrap_or(&Json::Null), after.get(*name).unwrap_or(&Json::Null));
        (old != new).then(|| ((*name).clone(), json!({ "previous_value": old, "new_value": new })))
    };
    names.iter().filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn change(action: &'static str, before: Option<Json>, after: Option<Json>) -> Revision {
        Revision { model: "authentik_core.user".into(), key: "7".into(), name: "ada".into(), action, before, after }
    }

    #[test]
    fn an_update_tells_both_values() {
        let (action, context) = told(&change("update", Some(json!({ "name": "A" })), Some(json!({ "name": "B" })))).unwrap();
        assert_eq!(action, "model_updated");
        assert_eq!(context.pointer("/diff/name"), Some(&json!({ "previous_value": "A", "new_value": "B" })));
        assert_eq!(context.pointer("/model/pk"), Some(&json!(7)));
    }

    #[test]
    fn a_login_is_no_change_of_the_user() {
        assert!(told(&change("update", Some(json!({ "last_login": null })), Some(json!({ "last_login": "now" })))).is_none());
    }
}
