//! What somebody may ask for: targets under a rule of requests that lets them.

use serde_json::Map;
use vestibule_engine::Context;
use vestibule_policies::{PolicyBindingModel, PolicyEngineMode, PolicyRequest, evaluate};
use vestibule_resource::{Model as _, Record, Result, Value};

/// Model label of what ties a rule of requests to a target; it is another area's.
const RULE_BINDING: &str = "authentik_requests.requestrulebinding";

/// Keys, as targets of policies, of everything that the user may ask for: what is bound to the tie between a rule and its target
/// decides who may.
pub(crate) async fn targets(cx: &Context, user: i64) -> Result<Vec<Value>> {
    let Some(resource) = cx.store.catalog().find(RULE_BINDING) else { return Ok(Vec::new()) };
    let mut targets = Vec::new();
    for tie in &cx.store.rows(resource).await?.all {
        if passes(cx, tie, user).await? && !targets.contains(tie.get("target")) {
            targets.push(tie.get("target").clone());
        }
    }
    Ok(targets)
}

async fn passes(cx: &Context, tie: &Record, user: i64) -> Result<bool> {
    let Some(own) = tie.key_as_known_by(PolicyBindingModel::RESOURCE.model).as_uuid() else { return Ok(false) };
    let mode: PolicyEngineMode = tie.column("policy_engine_mode")?;
    Ok(evaluate(cx, own, mode, &PolicyRequest { user: Some(user), context: &Map::new() }).await?.passing)
}
