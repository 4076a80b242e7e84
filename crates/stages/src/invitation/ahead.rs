//! What lies ahead of a visitor, as far as it matters to an invitation.

use vestibule_flow::{FlowStageBinding, Run, Stage, StageAt};
use vestibule_resource::{Model as _, Result, Value};

use crate::{user_login::UserLoginStage, user_write::UserWriteStage};

/// Whether a later stage of the plan uses invitations up: one that writes the user or logs them in.
pub(super) async fn uses_invitation_up(run: &Run<'_>) -> Result<bool> {
    let stages = run.cx.store.rows(Stage::RESOURCE).await?;
    let stored = |key: &Value| stages.find(key).is_some_and(|stage| uses_up(stage.text("model")));
    let planned = run.plan.ahead.iter().skip(1).chain(&run.plan.tail);
    let soon = planned.into_iter().any(|ahead| match &ahead.stage {
        StageAt::Stored(key) => stored(&Value::Uuid(*key)),
        StageAt::Inline { model, .. } => uses_up(model),
    });
    let Some(rest) = &run.plan.rest else { return Ok(soon) };
    let bindings = run.cx.store.rows(FlowStageBinding::RESOURCE).await?;
    let later = bindings.all.iter().filter(|binding| binding.uuid("target") == Some(run.plan.flow)).any(|binding| {
        let place = (binding.int("order"), binding.key().as_uuid().unwrap_or_default());
        rest.after.is_none_or(|after| place > after) && !rest.judged.omitted.contains(&place.1) && stored(binding.get("stage"))
    });
    Ok(soon || later)
}

fn uses_up(model: &str) -> bool {
    model == UserWriteStage::RESOURCE.model || model == UserLoginStage::RESOURCE.model
}
