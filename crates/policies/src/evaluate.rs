//! The one question: does this user pass here?

use std::{sync::Arc, time::Duration};

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_resource::{Error, Record, Result, Value};

use crate::{Policies, PolicyEngineMode, PolicyKind};

/// How long a policy may take where no binding says.
const LIMIT: Duration = Duration::from_secs(30);

/// What a policy may look at.
#[derive(Debug, Clone, Copy)]
pub struct PolicyRequest<'a> {
    /// Key of the user in question; `None` for somebody who is not stored.
    pub user: Option<i64>,
    /// What is known beside them, e.g. the context of a plan.
    pub context: &'a Map<String, Json>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyResult {
    /// Whether the user passes.
    pub passing: bool,
    /// What policies have to say, those that pass and those that fail alike.
    pub messages: Vec<String>,
}

impl PolicyResult {
    /// A verdict without words.
    pub const fn silent(passing: bool) -> Self {
        PolicyResult { passing, messages: Vec::new() }
    }
}

/// Asks everything that is bound to a target. A target to which nothing is bound lets everybody pass.
///
/// # Errors
/// `Internal` when the database fails: then nobody passes.
pub async fn evaluate(cx: &Context, target: Uuid, mode: PolicyEngineMode, request: &PolicyRequest<'_>) -> Result<PolicyResult> {
    let policies: &Policies = cx.service()?;
    let now = cx.store.world().now();
    let mut bindings = policies.bound_to(cx, target).await?;
    bindings.retain(|binding| binding.flag("enabled") && !expired(binding, now));
    if bindings.is_empty() {
        return Ok(PolicyResult::silent(true));
    }
    // Boxed: most places have nothing bound to them, and pass without this.
    Box::pin(ask_all(cx, policies, &bindings, mode, request)).await
}

async fn ask_all(
    cx: &Context,
    policies: &Policies,
    bindings: &[Arc<Record>],
    mode: PolicyEngineMode,
    request: &PolicyRequest<'_>,
) -> Result<PolicyResult> {
    let mut results = Vec::new();
    for binding in bindings.iter().filter(|binding| binding.uuid("policy").is_some()) {
        results.push(by_policy(cx, policies, binding, request).await?);
    }
    results.extend(by_membership(cx, bindings, mode, request.user).await?.map(PolicyResult::silent));
    Ok(combine(mode, results))
}

fn expired(binding: &Record, now: jiff::Timestamp) -> bool {
    binding.flag("expiring") && binding.time("expires").is_some_and(|expires| expires <= now)
}

fn combine(mode: PolicyEngineMode, results: Vec<PolicyResult>) -> PolicyResult {
    let passing = match mode {
        PolicyEngineMode::All => results.iter().all(|result| result.passing),
        PolicyEngineMode::Any => results.iter().any(|result| result.passing),
    };
    PolicyResult { passing, messages: results.into_iter().flat_map(|result| result.messages).collect() }
}

/// The verdict of a policy, inverted where the binding says so. What fails instead of deciding is never inverted.
async fn by_policy(cx: &Context, policies: &Policies, binding: &Record, request: &PolicyRequest<'_>) -> Result<PolicyResult> {
    match run(cx, policies, binding, request).await {
        Ok(result) => Ok(PolicyResult { passing: result.passing != binding.flag("negate"), ..result }),
        Err(Error::Internal(text)) => {
            tracing::error!(binding = %binding.key(), error = text, "a policy broke, so it denies");
            Ok(PolicyResult::silent(false))
        }
        Err(Error::Denied(text)) => Ok(PolicyResult { passing: false, messages: vec![text] }),
        Err(error) => Ok(PolicyResult { passing: binding.flag("failure_result"), messages: words(error) }),
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

/// What a binding's policy says, within the time that the binding gives it.
async fn run(cx: &Context, policies: &Policies, binding: &Record, request: &PolicyRequest<'_>) -> Result<PolicyResult> {
    let limit = Duration::from_secs(u64::try_from(binding.int("timeout")).unwrap_or_default());
    let (kind, row) = policies.find(cx, binding.get("policy")).await?;
    ask(cx, kind, &row, request, limit).await
}

/// What one policy says outside of any binding. One that fails to decide refuses, in the words of its failure.
///
/// # Errors
/// `Internal` when there is no such policy, or it breaks.
pub async fn judge(cx: &Context, policy: &Value, request: &PolicyRequest<'_>) -> Result<PolicyResult> {
    let (kind, row) = cx.service::<Policies>()?.find(cx, policy).await?;
    match ask(cx, kind, &row, request, LIMIT).await {
        Err(Error::Internal(text)) => Err(Error::Internal(text)),
        Err(error) => Ok(PolicyResult { passing: false, messages: words(error) }),
        Ok(result) => Ok(result),
    }
}

/// What one policy says, within that time.
async fn ask(cx: &Context, kind: &PolicyKind, row: &Record, request: &PolicyRequest<'_>, limit: Duration) -> Result<PolicyResult> {
    match tokio::time::timeout(limit, (kind.passes)(cx, row, request)).await {
        Ok(result) => result,
        Err(_) => Err(Error::non_field("The policy took too long.")),
    }
}

/// The common verdict of all group and user bindings; `None` when there are none.
async fn by_membership(cx: &Context, bindings: &[Arc<Record>], mode: PolicyEngineMode, user: Option<i64>) -> Result<Option<bool>> {
    let members: Vec<&Arc<Record>> = bindings.iter().filter(|binding| binding.get("policy").is_null()).collect();
    if members.is_empty() {
        return Ok(None);
    }
    // Somebody who is not stored matches nothing, not even what is negated.
    let Some(user) = user else { return Ok(Some(false)) };
    let groups = if members.iter().any(|binding| !binding.get("group").is_null()) { groups_of(cx, user).await? } else { Vec::new() };
    let mut verdicts = members.iter().map(|binding| matches(binding, user, &groups) != binding.flag("negate"));
    Ok(Some(match mode {
        PolicyEngineMode::All => verdicts.all(|passing| passing),
        PolicyEngineMode::Any => verdicts.any(|passing| passing),
    }))
}

fn matches(binding: &Record, user: i64, groups: &[Value]) -> bool {
    match binding.get("group") {
        Value::Null => binding.get("user").as_int() == Some(user),
        group => groups.contains(group),
    }
}

/// The groups of a user, with all groups above them.
async fn groups_of(cx: &Context, user: i64) -> Result<Vec<Value>> {
    let groups = vestibule_core::groups::all_of(&cx.store, user).await?;
    Ok(groups.iter().map(|group| group.key().clone()).collect())
}
