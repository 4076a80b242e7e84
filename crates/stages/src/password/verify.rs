//! Comparing a password, and telling what came of it.

use serde_json::json;
use vestibule_core::{authn, events, reputation::Scores};
use vestibule_flow::{PendingUser, Run, keys};
use vestibule_resource::{Record, Result, Word as _};

use super::Backend;

/// Somebody claims to be a user.
pub(crate) struct Attempt<'a> {
    /// The stage that asked.
    pub(crate) stage: &'a Record,
    /// What the password is compared with.
    pub(crate) backends: &'a [Backend],
    /// Who they claim to be; `None` when there is no such user.
    pub(crate) user: Option<&'a Record>,
    /// What they called themselves.
    pub(crate) name: &'a str,
    /// What they typed.
    pub(crate) password: &'a str,
}

/// Compares a password. When it fits, the plan knows who and how from now on; when not, an event and the reputation of the name
/// tell of it.
///
/// # Errors
/// `Internal` when the database fails.
pub(crate) async fn verify(run: &mut Run<'_>, attempt: &Attempt<'_>) -> Result<Option<authn::Verified>> {
    let backends: Vec<authn::Backend> = attempt.backends.iter().filter_map(|backend| authn::Backend::from_name(backend.word())).collect();
    let Some(verified) = authn::password::verify(run.cx, attempt.user, attempt.password, &backends).await? else {
        let told = json!({ "username": attempt.name, "stage": events::reference(attempt.stage) });
        Box::pin(events::emit(run.cx, "login_failed", told)).await?;
        Box::pin(run.cx.service::<Scores>()?.count(attempt.name, run.cx.request.ip, -1)).await?;
        return Ok(None);
    };
    run.plan.set_pending_user(&PendingUser::Saved { pk: verified.user() });
    run.keep(keys::USER_BACKEND, verified.backend().name());
    run.keep(keys::AUTH_METHOD, verified.method());
    run.keep(keys::AUTH_METHOD_ARGS, verified.args().clone());
    Ok(Some(verified))
}
