//! A name that is known beforehand is taken as if it had been typed.

use serde_json::{Value as Json, json};
use vestibule_flow::{Form, Run, Verdict, keys};
use vestibule_resource::Result;

use super::{IdentificationStage, judge};

/// Submits the name that an application passed on, when the name is all that the stage asks for. Whether it was accepted; a name
/// that was not is forgotten.
pub(super) async fn submit(stage: &IdentificationStage, run: &mut Run<'_>) -> Result<bool> {
    // Only on arrival: after a wrong answer the visitor is asked again, not overruled.
    if run.cx.request.method != "GET" || !only_a_name(stage) {
        return Ok(false);
    }
    let Some(name) = run.known(keys::PENDING_USER_IDENTIFIER).and_then(Json::as_str).map(str::to_owned) else { return Ok(false) };
    if Box::pin(run.is_guarded()).await? {
        return Ok(false);
    }
    let form = Form::new(json!({ "uid_field": name }));
    let accepted = matches!(Box::pin(judge::answer(stage, run, form)).await?, Verdict::Next(_));
    if !accepted {
        run.plan.context.remove(keys::PENDING_USER_IDENTIFIER);
    }
    Ok(accepted)
}

fn only_a_name(stage: &IdentificationStage) -> bool {
    stage.password_stage.is_none() && stage.captcha_stage.is_none() && stage.webauthn_stage.is_none()
}
