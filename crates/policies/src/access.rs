//! Whether somebody passes at a target, and what holds of one to which nothing is bound.

use std::sync::Arc;

use vestibule_engine::Context;
use vestibule_resource::{Record, Result};

use crate::{Gate, PolicyRequest, PolicyResult, evaluate};

/// Whether a user (nobody in particular when `None`) passes at a target of policies. `open` says whether a target lets everybody
/// pass to which nothing is bound that counts. Superusers pass as all others do: by what is bound.
///
/// # Errors
/// `Internal` when the database fails: then nobody passes.
pub async fn access(cx: &Context, target: &Record, user: Option<i64>, open: bool) -> Result<PolicyResult> {
    let gate = Gate::of(Arc::new(target.clone()))?.open(open);
    evaluate(cx, &gate, &mut PolicyRequest::about(user)).await
}
