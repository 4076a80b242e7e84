//! `GET user_settings/`: the sources that who asks may connect their own account to.

use serde_json::{Value as Json, json};
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_policies::access;
use vestibule_resource::{Record, Result};

use super::icon;
use crate::{source_type::Connect, types::TYPES};

/// Everybody is told about themselves.
pub(super) const ACTION: Action = Action {
    path: "user_settings",
    method: "GET",
    id: "sources_all_user_settings_list",
    target: Target::Collection,
    need: Need::Login,
    schema: Schema::answers("UserSetting[]"),
    run: |cx, _, _| Box::pin(list(cx)),
};

async fn list(cx: &Context) -> Result<Answer> {
    let mut settings: Vec<Json> = Vec::new();
    for kind in TYPES {
        let Some(connect) = &kind.connect else { continue };
        for source in &cx.store.rows(kind.resource).await?.all {
            if source.flag("enabled") && passes(cx, source).await? {
                settings.push(setting(source, connect));
            }
        }
    }
    settings.sort_by(|a, b| a.get("title").and_then(Json::as_str).cmp(&b.get("title").and_then(Json::as_str)));
    Ok(Answer::json(200, settings.into()))
}

/// Whether the policies of a source let the caller pass.
pub(crate) async fn passes(cx: &Context, source: &Record) -> Result<bool> {
    Ok(access(cx, source, cx.caller.user(), true).await?.passing)
}

fn setting(source: &Record, connect: &Connect) -> Json {
    let (icon, _) = icon::of(source);
    json!({
        "object_uid": source.text("slug"), "component": connect.component, "title": source.text("name"),
        "configure_url": (connect.start)(source), "icon_url": icon,
    })
}
