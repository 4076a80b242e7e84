//! What somebody may ask for: targets under a rule of requests that lets them.

use vestibule_engine::Context;
use vestibule_resource::{Result, Value};

/// Model label of what ties a rule of requests to a target; it is another area's.
const RULE_BINDING: &str = "authentik_requests.requestrulebinding";

/// Keys, as targets of policies, of everything that the user may ask for: what is bound to the tie between a rule and its target
/// decides who may.
pub(crate) async fn targets(cx: &Context, user: i64) -> Result<Vec<Value>> {
    let Some(resource) = cx.store.catalog().find(RULE_BINDING) else { return Ok(Vec::new()) };
    let mut targets = Vec::new();
    for tie in &cx.store.rows(resource).await?.all {
        let passing = vestibule_policies::access(cx, tie, Some(user), true).await?.passing;
        if passing && !targets.contains(tie.get("target")) {
            targets.push(tie.get("target").clone());
        }
    }
    Ok(targets)
}
