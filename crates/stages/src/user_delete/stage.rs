//! What the stage does when a visitor reaches it.

use vestibule_core::{sessions, users::User};
use vestibule_flow::{Act, Run, Step, keys};
use vestibule_resource::{Model as _, Record, Result};

use super::UserDeleteStage;

impl Act for UserDeleteStage {
    async fn act(&self, _row: &Record, run: &mut Run<'_>) -> Result<Step> {
        let caller = run.cx.caller.identity().map(|identity| identity.user.clone());
        // A name that was only typed is nobody, and must not stand for the one who is logged in.
        let user = if run.plan.pending_user().is_some() { run.pending_user().await? } else { caller };
        let Some(user) = user else { return Ok(Step::Deny(String::new())) };
        let mut tx = run.cx.begin().await?;
        let deleted = tx.delete(User::RESOURCE, user.key()).await?;
        tx.commit().await?;
        if !deleted {
            return Ok(Step::Deny(String::new()));
        }
        run.plan.context.remove(keys::PENDING_USER);
        if run.cx.session.lock().user == user.key().as_int() {
            sessions::log_out(&mut run.cx.session.lock());
        }
        Ok(Step::Next)
    }
}
