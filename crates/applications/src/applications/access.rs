//! Who may open an application.

use serde_json::Map;
use vestibule_core::tenant::Settings;
use vestibule_engine::Context;
use vestibule_policies::{Policies, PolicyEngineMode, PolicyRequest, PolicyResult, evaluate};
use vestibule_resource::{Error, Record, Result};

/// What to say of a target to which nothing is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// As the settings have it for applications.
    Application,
    /// Nobody has it.
    Given,
}

/// Whether somebody passes at each of these targets of policies. Superusers pass as all others do: by what is bound.
///
/// # Errors
/// `Internal` when the database fails: then nobody passes.
pub(crate) async fn access(cx: &Context, rows: &[Record], user: i64, kind: Access) -> Result<Vec<PolicyResult>> {
    let open = kind == Access::Application && Settings::load(&cx.store).await?.flags.core_default_app_access;
    let mut results = Vec::with_capacity(rows.len());
    for row in rows {
        results.push(one(cx, row, user, open).await?);
    }
    Ok(results)
}

async fn one(cx: &Context, row: &Record, user: i64, open: bool) -> Result<PolicyResult> {
    let target = row.uuid("pbm_uuid").ok_or_else(|| Error::internal("a target of policies without its key"))?;
    if !open && !is_bound(cx, target).await? {
        return Ok(PolicyResult::silent(false));
    }
    let mode: PolicyEngineMode = row.column("policy_engine_mode")?;
    evaluate(cx, target, mode, &PolicyRequest { user: Some(user), context: &Map::new() }).await
}

/// Whether anything counts that is bound to a target.
async fn is_bound(cx: &Context, target: uuid::Uuid) -> Result<bool> {
    let now = cx.store.world().now();
    let bindings = cx.service::<Policies>()?.bound_to(cx, target).await?;
    let past = |binding: &Record| binding.flag("expiring") && binding.time("expires").is_some_and(|expires| expires <= now);
    Ok(bindings.iter().any(|binding| binding.flag("enabled") && !past(binding)))
}
