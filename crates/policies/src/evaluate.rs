//! The one question: does this user pass here?

use std::sync::Arc;

use vestibule_engine::Context;
use vestibule_resource::{Record, Result, Value};

use crate::{Gate, Policies, PolicyEngineMode, PolicyRequest, PolicyResult, execute, membership};

/// Asks everything that is bound to a target.
///
/// # Errors
/// `Internal` when the database fails: then nobody passes.
pub async fn evaluate(cx: &Context, gate: &Gate, request: &mut PolicyRequest) -> Result<PolicyResult> {
    let policies: &Policies = cx.service()?;
    let bindings = policies.live(cx, gate.key).await?;
    if bindings.is_empty() {
        return Ok(PolicyResult::silent(gate.open));
    }
    // Boxed: most places have nothing bound to them, and pass without this.
    Box::pin(ask_all(cx, gate, &bindings, request)).await
}

async fn ask_all(cx: &Context, gate: &Gate, bindings: &[Arc<Record>], request: &mut PolicyRequest) -> Result<PolicyResult> {
    request.obj.get_or_insert_with(|| Arc::clone(&gate.row));
    let mut results = Vec::with_capacity(bindings.len());
    for binding in bindings.iter().filter(|binding| !binding.get("policy").is_null()) {
        results.push(execute::binding(cx, binding, request, gate.remembers).await?);
    }
    results.extend(membership::of_all(cx, bindings, gate.mode, request.user).await?);
    Ok(combine(gate.mode, results))
}

/// The common verdict. Everybody has their say, those who pass and those who fail alike.
pub(crate) fn combine(mode: PolicyEngineMode, results: Vec<PolicyResult>) -> PolicyResult {
    let passing = match mode {
        PolicyEngineMode::All => results.iter().all(|result| result.passing),
        PolicyEngineMode::Any => results.iter().any(|result| result.passing),
    };
    PolicyResult {
        passing,
        broken: !passing && results.iter().any(|result| result.broken),
        messages: results.iter().flat_map(|result| result.messages.clone()).collect(),
        log_messages: results.iter().flat_map(|result| result.log_messages.clone()).collect(),
        source_results: results,
        ..PolicyResult::default()
    }
}

/// What one policy says outside of any binding. One that fails to decide refuses, in the words of its failure.
///
/// # Errors
/// `Internal` when there is no such policy, or it breaks.
pub async fn judge(cx: &Context, policy: &Value, request: &mut PolicyRequest) -> Result<PolicyResult> {
    execute::alone(cx, policy, request).await
}
