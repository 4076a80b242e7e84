//! Settings for a device management, with which agents enrol by themselves.

use serde_json::Value as Json;
use vestibule_core::Body;
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_resource::{Error, Model as _, Record, Result};
use vestibule_store::Query;

use crate::{enrollment::EnrollmentToken, facts, found, key};

/// `mdm_config` on a connector. What it answers holds the key of an enrolment token, so who asks must be allowed to see keys.
pub(super) static ACTIONS: &[Action] = &[Action {
    path: "mdm_config",
    method: "POST",
    id: "endpoints_agents_connectors_mdm_config_create",
    target: Target::Object,
    need: Need::Permission("view_enrollment_token_key"),
    schema: Schema { request: "MDMConfigRequest", ..Schema::answers("MDMConfigResponse") },
    run: |cx, row, body| Box::pin(mdm_config(cx, row, body)),
}];

async fn mdm_config(cx: &Context, row: Option<Record>, sent: Json) -> Result<Answer> {
    let connector = found(row)?;
    let mut body = Body::new(sent)?;
    let (platform, token) = (body.text("platform", None), body.text("enrollment_token", None));
    if !platform.is_empty() && !facts::OS_FAMILIES.contains(&platform.as_str()) {
        body.wrong("platform", format!("\"{platform}\" is not a valid choice."));
    }
    let token = if token.is_empty() { None } else { key(&mut body, "enrollment_token", &token) };
    body.check()?;
    let own = Query::all(EnrollmentToken::RESOURCE).is("connector", connector.key().clone());
    let token = token.ok_or_else(|| Error::internal("a token that was checked is none"))?;
    if !cx.store.exists(&own.is("token_uuid", token)).await? {
        return Err(Error::field("enrollment_token", format!("Invalid pk \"{token}\" - object does not exist.")));
    }
    Err(Error::not_possible("Settings for a device management cannot be written yet; enrol devices with the token itself."))
}
