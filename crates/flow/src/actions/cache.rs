//! The plans that are kept ready.

use serde_json::json;
use vestibule_engine::{Answer, Context};
use vestibule_resource::Result;

use crate::Stages;

/// How many there are.
pub(super) async fn info(cx: &Context) -> Result<Answer> {
    let stages: &Stages = cx.service()?;
    Ok(Answer::json(200, json!({ "count": stages.plans().count(None, cx.store.world().now()) })))
}

/// Forgets them.
pub(super) async fn clear(cx: &Context) -> Result<Answer> {
    let stages: &Stages = cx.service()?;
    stages.plans().clear();
    Ok(Answer::no_content())
}
