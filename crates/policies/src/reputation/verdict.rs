//! What a reputation policy decides.

use futures::future::BoxFuture;
use vestibule_core::{reputation::Reputation, users};
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
        let score = score(cx, &policy, request.user).await?;
        Ok(PolicyResult::silent(score <= policy.threshold))
    })
}

/// The sum of the scores of the address, the name, or both, as far as the policy looks at them.
async fn score(cx: &Context, policy: &ReputationPolicy, user: Option<i64>) -> Result<i64> {
    let mut any = Vec::new();
    if policy.check_ip {
        any.push(Condition::is("ip", cx.request.ip.to_canonical().to_string()));
    }
    if let Some(user) = user.filter(|_| policy.check_username)
        && let Some(user) = users::get(&cx.store, user).await?
    {
        any.push(Condition::is("identifier", user.text("username")));
    }
    if any.is_empty() {
        return Ok(0);
    }
    let scores = cx.store.select(&Query::all(Reputation::RESOURCE).filter(Condition::Any(any)).limit(MOST)).await?;
    Ok(scores.iter().map(|row| row.int("score")).sum())
}
