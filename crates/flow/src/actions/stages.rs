//! What users find of stages among their own settings.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context};
use vestibule_resource::Result;

use crate::{Stages, snapshot::StoredStage};

/// What users can set up by themselves, by name of the stage.
pub(super) async fn user_settings(cx: &Context) -> Result<Answer> {
    let stages: &Stages = cx.service()?;
    let snapshot = stages.snapshot(cx).await?;
    let mut rows: Vec<&StoredStage> = snapshot.stages().filter(|stage| stage.kind.setting.is_some()).collect();
    rows.sort_by_key(|stage| stage.row.text("name"));
    Ok(Answer::json(200, rows.into_iter().filter_map(setting).collect()))
}

fn setting(stage: &StoredStage) -> Option<Json> {
    let setting = stage.kind.setting?;
    let key = stage.row.key();
    let mut shown = json!({ "object_uid": key.to_json(), "component": setting.component, "title": setting.title });
    if stage.row.uuid("configure_flow").is_some()
        && let Json::Object(shown) = &mut shown
    {
        shown.insert("configure_url".into(), format!("/flows/-/configure/{key}/").into());
    }
    Some(shown)
}
