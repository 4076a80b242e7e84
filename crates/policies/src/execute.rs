//! Asking one policy: within its time, with what holds when it fails.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::Value as Json;
use vestibule_engine::Context;
use vestibule_resource::{Error, Record, Result, Value};

use crate::{
    Policies, PolicyKind, PolicyRequest, PolicyResult, report,
    request::LIMIT,
    result::Source,
    verdicts::{Basis, Key},
};

/// The result of a binding of a policy: its verdict, inverted where the binding says so. What fails instead of deciding is never
/// inverted. `remembers` says whether a verdict that was given a while ago counts.
pub(crate) async fn binding(cx: &Context, binding: &Arc<Record>, request: &mut PolicyRequest, remembers: bool) -> Result<PolicyResult> {
    let began = Instant::now();
    let found = cx.service::<Policies>()?.find(cx, binding.get("policy")).await;
    let mut source = Source { binding: Some(Arc::clone(binding)), ..Source::default() };
    let mut result = match found {
        Ok((kind, row)) => {
            source.policy = Some(Arc::clone(&row));
            let question = Question { kind, row: &row, binding };
            if remembers {
                question.remembered(cx, request, &mut source).await?
            } else {
                question.settled(cx, request, &mut source).await?
            }
        }
        Err(error) => settle(Err(error), false),
    };
    source.failed = result.exception.is_some();
    source.took = began.elapsed();
    result.source = Some(source);
    Ok(result)
}

/// A policy, and the binding through which it is asked.
struct Question<'a> {
    kind: &'static PolicyKind,
    row: &'a Arc<Record>,
    binding: &'a Arc<Record>,
}

impl Question<'_> {
    /// The verdict that was given a while ago and still holds, else a new one, which is kept.
    async fn remembered(&self, cx: &Context, request: &mut PolicyRequest, source: &mut Source) -> Result<PolicyResult> {
        request.prepare(cx).await?;
        let key = Key::of(cx, self.binding, request).filter(|_| self.kind.lasting);
        let (Some(key), Some(user)) = (key, request.user_row.clone()) else { return self.settled(cx, request, source).await };
        let (verdicts, now) = (cx.service::<Policies>()?.verdicts(), cx.store.world().now());
        let basis = Basis::new(cx, self.row, self.binding, &user);
        if let Some(result) = verdicts.get(&key, &basis, now) {
            source.cached = true;
            source.negated = self.binding.flag("negate");
            return Ok(result);
        }
        let result = self.settled(cx, request, source).await?;
        // One that failed may not fail again, and one that changed what is known must change it each time.
        if result.exception.is_none() && key.still(request) {
            verdicts.put(key, basis, now, result.clone());
        }
        Ok(result)
    }

    /// A new verdict as the binding makes it count, of which administrators hear.
    async fn settled(&self, cx: &Context, request: &mut PolicyRequest, source: &mut Source) -> Result<PolicyResult> {
        request.prepare(cx).await?;
        let limit = Duration::from_secs(u64::try_from(self.binding.int("timeout")).unwrap_or_default());
        let mut result = settle(ask(cx, self.kind, self.row, request, limit).await, self.binding.flag("failure_result"));
        if result.exception.is_none() {
            source.negated = self.binding.flag("negate");
            result.passing ^= source.negated;
        }
        report::asked(cx, self.row, Some(self.binding), request, &result).await;
        Ok(result)
    }
}

/// What one policy says outside of any binding.
pub(crate) async fn alone(cx: &Context, policy: &Value, request: &mut PolicyRequest) -> Result<PolicyResult> {
    let (kind, row) = cx.service::<Policies>()?.find(cx, policy).await?;
    let began = Instant::now();
    request.prepare(cx).await?;
    let result = settle(ask(cx, kind, &row, request, LIMIT).await, false);
    report::asked(cx, &row, None, request, &result).await;
    let failed = result.exception.is_some();
    let source = Source { policy: Some(row), failed, took: began.elapsed(), ..Source::default() };
    Ok(PolicyResult { source: Some(source), ..result })
}

/// What one policy says, within that time.
async fn ask(cx: &Context, kind: &PolicyKind, row: &Record, request: &mut PolicyRequest, limit: Duration) -> Result<PolicyResult> {
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
            let exception = Some("The policy broke; the server's log tells more.".into());
            PolicyResult { exception, broken: true, ..PolicyResult::silent(false) }
        }
        Err(Error::Denied(text)) => PolicyResult { exception: Some(text.clone()), broken: true, ..PolicyResult::saying(false, text) },
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
