//! Asking one policy: within its time, with what holds when it fails.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::Value as Json;
use vestibule_engine::Context;
use vestibule_resource::{Error, Record, Result, Value};

use crate::{Policies, PolicyKind, PolicyRequest, PolicyResult, request::LIMIT, result::Source};

/// The result of a binding of a policy: its verdict, inverted where the binding says so. What fails instead of deciding is never
/// inverted.
pub(crate) async fn binding(cx: &Context, binding: &Arc<Record>, request: &mut PolicyRequest, _remembers: bool) -> Result<PolicyResult> {
    let began = Instant::now();
    let mut source = Source { binding: Some(Arc::clone(binding)), ..Source::default() };
    let said = match cx.service::<Policies>()?.find(cx, binding.get("policy")).await {
        Ok((kind, row)) => {
            source.policy = Some(Arc::clone(&row));
            let limit = Duration::from_secs(u64::try_from(binding.int("timeout")).unwrap_or_default());
            ask(cx, kind, &row, request, limit).await
        }
        Err(error) => Err(error),
    };
    let mut result = settle(said, binding.flag("failure_result"));
    source.failed = result.exception.is_some();
    if !source.failed {
        source.negated = binding.flag("negate");
        result.passing ^= source.negated;
    }
    source.took = began.elapsed();
    Ok(PolicyResult { source: Some(source), ..result })
}

/// What one policy says outside of any binding.
pub(crate) async fn alone(cx: &Context, policy: &Value, request: &mut PolicyRequest) -> Result<PolicyResult> {
    let (kind, row) = cx.service::<Policies>()?.find(cx, policy).await?;
    let began = Instant::now();
    let result = settle(ask(cx, kind, &row, request, LIMIT).await, false);
    let failed = result.exception.is_some();
    let source = Source { policy: Some(row), failed, took: began.elapsed(), ..Source::default() };
    Ok(PolicyResult { source: Some(source), ..result })
}

/// What one policy says, within that time.
async fn ask(cx: &Context, kind: &PolicyKind, row: &Record, request: &mut PolicyRequest, limit: Duration) -> Result<PolicyResult> {
    request.prepare(cx).await?;
    request.limit = limit;
    match tokio::time::timeout(limit, (kind.passes)(cx, row, request)).await {
        Ok(result) => result,
        Err(_) => Ok(PolicyResult::raised("The policy took too long.")),
    }
}

/// A result whatever came of asking. A policy that breaks denies, and what broke is for the log alone.
fn settle(said: Result<PolicyResult>, failure_result: bool) -> PolicyResult {
    match said {
        Ok(PolicyResult { exception: Some(text), mut messages, log_messages, line, .. }) => {
            messages.push(text.clone());
            PolicyResult { passing: failure_result, messages, log_messages, line, exception: Some(text), ..PolicyResult::default() }
        }
        Ok(result) => result,
        Err(Error::Internal(text)) => {
            tracing::error!(error = text, "a policy broke, so it denies");
            PolicyResult { exception: Some("The policy broke; the server's log tells more.".into()), ..PolicyResult::silent(false) }
        }
        Err(Error::Denied(text)) => PolicyResult { exception: Some(text.clone()), ..PolicyResult::saying(false, text) },
        Err(error) => {
            let words = words(error);
            PolicyResult { passing: failure_result, exception: Some(words.join(" ")), messages: words, ..PolicyResult::default() }
        }
    }
}

/// The error in words for people.
fn words(error: Error) -> Vec<String> {
    match error {
        Error::Invalid(Json::Object(fields)) => {
            let texts = fields.values().flat_map(|messages| messages.as_array().cloned().unwrap_or_else(|| vec![messages.clone()]));
            texts.map(|text| text.as_str().map_or_else(|| text.to_string(), str::to_owned)).collect()
        }
        other => vec![other.to_string()],
    }
}
