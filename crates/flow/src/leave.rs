//! Leaving a flow before its end.

use vestibule_engine::Context;
use vestibule_resource::Result;

use crate::{Stages, session};

/// Drops the active plan, if there is one, and lets go of what its stages hold for the visitor.
///
/// # Errors
/// `Internal` when the database fails.
pub(crate) async fn leave(cx: &Context) -> Result<()> {
    if let Some(plan) = session::plan(cx) {
        let stages: &Stages = cx.service()?;
        for given_up in stages.configurable().filter_map(|kind| kind.given_up) {
            given_up(cx, &plan).await?;
        }
    }
    session::cancel(cx);
    Ok(())
}
