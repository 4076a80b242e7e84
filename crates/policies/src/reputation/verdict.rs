//! What a reputation policy decides.

use futures::future::BoxFuture;
use vestibule_core::reputation::Scores;
use vestibule_engine::Context;
use vestibule_resource::{Record, Result};

use super::ReputationPolicy;
use crate::{PolicyRequest, PolicyResult};

/// Passes whoever has a bad name.
pub(crate) fn passes<'a>(cx: &'a Context, row: &'a Record, request: &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>> {
    Box::pin(async move {
        let policy: ReputationPolicy = row.read()?;
        let ip = policy.check_ip.then_some(cx.request.ip);
        let score = cx.service::<Scores>()?.of(identifier(request).filter(|_| policy.check_username), ip).await?;
        Ok(PolicyResult::silent(score <= policy.threshold))
    })
}

/// The name that somebody goes by: the user's, or what was typed by somebody who is not stored.
fn identifier(request: &PolicyRequest) -> Option<&str> {
    let stored = request.user_row.as_ref().map(|user| user.text("username"));
    stored.or_else(|| request.context.get("pending_user")?.get("username")?.as_str())
}
