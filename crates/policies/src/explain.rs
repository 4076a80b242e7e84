//! A decision as a tree that an administrator can read: what was asked in which order, and what came of it.

use serde_json::{Value as Json, json};
use vestibule_core::{events::reference, groups::Group, users};
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record, Result, Word as _};

use crate::{Gate, PolicyResult, Source};

/// The tree of a decision about a target.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn explain(cx: &Context, gate: &Gate, user: Option<i64>, result: &PolicyResult) -> Result<Json> {
    let user = match user {
        Some(user) => users::get(&cx.store, user).await?,
        None => None,
    };
    let mut bindings = Vec::new();
    for part in parts(result) {
        bindings.push(binding(cx, part).await?);
    }
    Ok(json!({
        "target": reference(&gate.row),
        "user": user.as_ref().map(reference),
        "mode": gate.mode.word(),
        "open_without_bindings": gate.open,
        "passing": result.passing,
        "messages": result.messages,
        "bindings": bindings,
    }))
}

/// The results of single bindings, in their order.
fn parts(result: &PolicyResult) -> Vec<&PolicyResult> {
    let mut parts: Vec<&PolicyResult> = Vec::new();
    for part in &result.source_results {
        if part.source.is_some() { parts.push(part) } else { parts.extend(self::parts(part)) }
    }
    let order = |part: &PolicyResult| part.source.as_ref()?.binding.as_ref().map(|binding| binding.int("order"));
    parts.sort_by_key(|part| order(part));
    parts
}

async fn binding(cx: &Context, part: &PolicyResult) -> Result<Json> {
    let nothing = Source::default();
    let source = part.source.as_ref().unwrap_or(&nothing);
    let (kind, bound) = bound(cx, source).await?;
    let row = source.binding.as_deref();
    Ok(json!({
        "binding": row.map(|row| row.key().to_json()),
        "order": row.map(|row| row.int("order")),
        "kind": kind,
        "bound": bound.as_ref().map(reference),
        "result": part.passing,
        "negated": source.negated,
        "failed": source.failed,
        "exception": part.exception,
        "cached": source.cached,
        "messages": part.messages,
        "log_messages": part.log_json(),
        "raw_result": part.raw_result,
        "line": part.line,
        "microseconds": u64::try_from(source.took.as_micros()).unwrap_or(u64::MAX),
    }))
}

/// What is bound, and what kind of thing that is. What is gone meanwhile is nothing.
async fn bound(cx: &Context, source: &Source) -> Result<(&'static str, Option<Record>)> {
    let Some(binding) = &source.binding else { return Ok(("policy", source.policy.as_deref().cloned())) };
    if !binding.get("policy").is_null() {
        return Ok(("policy", source.policy.as_deref().cloned()));
    }
    if let Some(user) = binding.get("user").as_int() {
        return Ok(("user", users::get(&cx.store, user).await?));
    }
    Ok(("group", cx.store.get(Group::RESOURCE, binding.get("group").clone()).await?))
}
