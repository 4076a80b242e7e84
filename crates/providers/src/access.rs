//! Whether the caller passes the policies that are bound to something.

use serde_json::Map;
use vestibule_core::tenant::Settings;
use vestibule_engine::Context;
use vestibule_policies::{Policies, PolicyBindingModel, PolicyEngineMode, PolicyRequest, PolicyResult, evaluate};
use vestibule_resource::{Error, Model as _, Record, Result, Word as _};

/// Whether the caller passes at a target. One to which nothing is bound lets everybody pass.
pub(crate) async fn to(cx: &Context, target: &Record) -> Result<PolicyResult> {
    let mode = PolicyEngineMode::from_word(target.text("policy_engine_mode")).unwrap_or(PolicyEngineMode::All);
    evaluate(cx, key(target)?, mode, &PolicyRequest { user: cx.caller.user(), context: &Map::new() }).await
}

/// Whether the caller may use an application. One to which nothing is bound is open or closed as the settings say.
pub(crate) async fn to_application(cx: &Context, application: &Record) -> Result<PolicyResult> {
    let (policies, now): (&Policies, _) = (cx.service()?, cx.store.world().now());
    let past = |binding: &Record| binding.flag("expiring") && binding.time("expires").is_some_and(|expires| expires <= now);
    let bound = policies.bound_to(cx, key(application)?).await?;
    if bound.iter().any(|binding| binding.flag("enabled") && !past(binding)) {
        return to(cx, application).await;
    }
    Ok(PolicyResult::silent(Settings::load(&cx.store).await?.flags.core_default_app_access))
}

fn key(target: &Record) -> Result<uuid::Uuid> {
    let key = target.key_as_known_by(PolicyBindingModel::RESOURCE.model).as_uuid();
    key.ok_or_else(|| Error::internal(format!("{} has no key as a target of policies", target.resource.model)))
}
