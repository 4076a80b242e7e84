//! Who may open an application.

use std::sync::Arc;

use serde_json::Value as Json;
use vestibule_core::tenant::Settings;
use vestibule_engine::Context;
use vestibule_policies::{Gate, PolicyRequest, PolicyResult, evaluate, explain};
use vestibule_resource::{Record, Result};

/// What to say of a target to which nothing is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// As the settings have it for applications.
    Application,
    /// Nobody has it.
    Given,
}

/// Whether somebody passes at each of these targets of policies, for a list: verdicts that were given a while ago count. Superusers
/// pass as all others do: by what is bound.
///
/// # Errors
/// `Internal` when the database fails: then nobody passes.
pub(crate) async fn access(cx: &Context, rows: &[Record], user: i64, kind: Access) -> Result<Vec<PolicyResult>> {
    let open = kind == Access::Application && is_open(cx).await?;
    let mut results = Vec::with_capacity(rows.len());
    for row in rows {
        let gate = Gate::of(Arc::new(row.clone()))?.open(open).remembering();
        results.push(evaluate(cx, &gate, &mut PolicyRequest::about(Some(user))).await?);
    }
    Ok(results)
}

/// Whether somebody may open an application, tried: afresh, and without leaving traces.
///
/// # Errors
/// `Internal` when the database fails: then nobody may.
pub(crate) async fn try_access(cx: &Context, application: &Record, user: i64) -> Result<PolicyResult> {
    evaluate(cx, &gate(cx, application).await?, &mut PolicyRequest::about(Some(user)).as_trial()).await
}

/// Why somebody may open an application, or not: the tree of the decision, which is tried.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn explain_access(cx: &Context, application: &Record, user: i64) -> Result<Json> {
    let result = try_access(cx, application, user).await?;
    explain(cx, &gate(cx, application).await?, Some(user), &result).await
}

async fn gate(cx: &Context, application: &Record) -> Result<Gate> {
    Ok(Gate::of(Arc::new(application.clone()))?.open(is_open(cx).await?))
}

/// Whether everybody may open an application to which nothing is bound.
async fn is_open(cx: &Context) -> Result<bool> {
    Ok(Settings::load(&cx.store).await?.flags.core_default_app_access)
}
