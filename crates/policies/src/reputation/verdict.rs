//! What a reputation policy decides.

use futures::future::BoxFuture;
use vestibule_core::reputation::Reputation;
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record, Result};
use vestibule_store::{Condition, Query};

use super::ReputationPolicy;
use crate::{PolicyRequest, PolicyResult};

/// Most scores that are summed up.
const MOST: u64 = 1000;

/// Passes whoever has a bad name.
pub(crate) fn passes<'a>(cx: &'a Context, row: &'a Record, request: &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>> {
    Box::pin(async move {
        let policy: ReputationPolicy = row.read()?;
        let score = score(cx, &policy, identifier(request)).await?;
        Ok(PolicyResult::silent(score <= policy.threshold))
    })
}

/// The name that somebody goes by: the user's, or what was typed by somebody who is not stored.
fn identifier(request: &PolicyRequest) -> Option<&str> {
    let stored = request.user_row.as_ref().map(|user| user.text("username"));
    stored.or_else(|| request.context.get("pending_user")?.get("username")?.as_str())
}

/// The sum of the scores of the address, the name, or both, as far as the policy looks at them.
async fn score(cx: &Context, policy: &ReputationPolicy, identifier: Option<&str>) -> Result<i64> {
    let mut any = Vec::new();
    if policy.check_ip {
        any.push(Condition::is("ip", cx.request.ip.to_canonical().to_string()));
    }
    if let Some(identifier) = identifier.filter(|text| policy.check_username && !text.contains('\0')) {
        any.push(Condition::is("identifier", identifier));
    }
    if any.is_empty() {
        return Ok(0);
    }
    let scores = cx.store.select(&Query::all(Reputation::RESOURCE).filter(Condition::Any(any)).limit(MOST)).await?;
    Ok(scores.iter().map(|row| row.int("score")).sum())
}
