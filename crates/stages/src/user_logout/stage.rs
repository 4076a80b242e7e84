//! What the stage does when a visitor reaches it.

use serde_json::json;
use vestibule_core::{events, sessions};
use vestibule_flow::{Act, Run, Step};
use vestibule_resource::{Record, Result};

use super::UserLogoutStage;

impl Act for UserLogoutStage {
    async fn act(&self, _row: &Record, run: &mut Run<'_>) -> Result<Step> {
        if let Some(identity) = run.cx.caller.identity() {
            let mut tx = run.cx.begin().await?;
            events::emit_as(run.cx, &mut tx, Some(&identity.user), "logout", json!({})).await?;
            tx.commit().await?;
        }
        // The plan is put into the new session by the executor; where the visitor was headed is forgotten with the old one.
        sessions::log_out(&mut run.cx.session.lock());
        Ok(Step::Next)
    }
}
