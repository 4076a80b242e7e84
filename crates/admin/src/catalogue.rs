//! Which areas and types of object there are, for those who choose among them.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context, Need, Schema, Standalone};
use vestibule_resource::{Kind, Resource, Result};

/// Model label of the resource whose fields say which areas and types events can be about; it is another area's.
const EVENT_MATCHER: &str = "authentik_policies_event_matcher.eventmatcherpolicy";

/// Both lists.
pub(crate) static OPERATIONS: &[Standalone] = &[
    Standalone {
        path: "admin/apps",
        method: "GET",
        id: "admin_apps_list",
        tag: "admin",
        need: Need::Login,
        schema: Schema::answers("App[]"),
        negotiates: false,
        run: |cx, _, _| Box::pin(async move { Ok(apps(cx)) }),
    },
    Standalone {
        path: "admin/models",
        method: "GET",
        id: "admin_models_list",
        tag: "admin",
        need: Need::Login,
        schema: Schema {
            params: r#"[{"in": "query", "name": "filter_has_attributes", "schema": {"type": "boolean", "nullable": true}}]"#,
            ..Schema::answers("App[]")
        },
        negotiates: false,
        run: |cx, _, _| Box::pin(async move { models(cx) }),
    },
];

/// The areas that events can come from.
fn apps(cx: &Context) -> Answer {
    Answer::json(200, words(cx, "app").map(|(name, label)| json!({ "name": name, "label": label })).collect())
}

/// The types that events can be about; only those with attributes of the organisation's own, or only those without, when asked.
fn models(cx: &Context) -> Result<Answer> {
    let asked = cx.request.params.flag("filter_has_attributes");
    let wanted = |model: &str| asked.is_none_or(|asked| asked == cx.store.catalog().find(model).is_some_and(has_attributes));
    let shown = words(cx, "model").filter(|(model, _)| wanted(model));
    Ok(Answer::json(200, shown.map(|(name, label)| json!({ "name": name, "label": label })).collect::<Json>()))
}

/// The words of a field, with their labels.
fn words<'a>(cx: &'a Context, field: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<'a> {
    let field = cx.store.catalog().find(EVENT_MATCHER).and_then(|resource| resource.field(field));
    let choices = field.and_then(|field| match field.kind {
        Kind::Choice(choices) => Some(choices),
        _ => None,
    });
    choices.into_iter().flat_map(|choices| choices.items).map(|item| (item.value, item.label))
}

fn has_attributes(resource: &'static Resource) -> bool {
    resource.field("attributes").is_some_and(|field| matches!(field.kind, Kind::Object))
}
