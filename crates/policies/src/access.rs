//! Whether somebody passes at a target, and what holds of one to which nothing is bound.

use serde_json::Map;
use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_resource::{Error, Model as _, Record, Result, Word as _};

use crate::{Policies, PolicyBindingModel, PolicyEngineMode, PolicyRequest, PolicyResult, evaluate};

/// Whether a user (nobody in particular when `None`) passes at a target of policies. `open` says whether a target lets everybody
/// pass to which nothing is bound that counts. Superusers pass as all others do: by what is bound.
///
/// # Errors
/// `Internal` when the database fails: then nobody passes.
pub async fn access(cx: &Context, target: &Record, user: Option<i64>, open: bool) -> Result<PolicyResult> {
    let key = target.key_as_known_by(PolicyBindingModel::RESOURCE.model).as_uuid();
    let key = key.ok_or_else(|| Error::internal(format!("{} has no key as a target of policies", target.resource.model)))?;
    if !open && !is_bound(cx, key).await? {
        return Ok(PolicyResult::silent(false));
    }
    let mode = PolicyEngineMode::from_word(target.text("policy_engine_mode")).unwrap_or(PolicyEngineMode::All);
    evaluate(cx, key, mode, &PolicyRequest { user, context: &Map::new() }).await
}

/// Whether anything counts that is bound to a target.
async fn is_bound(cx: &Context, target: Uuid) -> Result<bool> {
    let now = cx.store.world().now();
    let bindings = cx.service::<Policies>()?.bound_to(cx, target).await?;
    let past = |binding: &Record| binding.flag("expiring") && binding.time("expires").is_some_and(|expires| expires <= now);
    Ok(bindings.iter().any(|binding| binding.flag("enabled") && !past(binding)))
}
