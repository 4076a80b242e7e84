//! What the stage asks, and how it judges the answer.

use serde::Serialize;
use vestibule_core::{authn::Verified, brands, reputation::Scores};
use vestibule_flow::{Ask, Asked, Errors, Flow, Form, PendingUser, Run, UserInfo, Verdict};
use vestibule_resource::{Model as _, Record, Result};

use super::{Attempt, PasswordStage, limit, verify};

/// What the visitor sees.
#[derive(Debug, Serialize)]
pub struct PasswordChallenge {
    #[serde(flatten)]
    who: UserInfo,
    /// Where to go who forgot their password.
    #[serde(skip_serializing_if = "Option::is_none")]
    recovery_url: Option<String>,
    /// Offer a button that shows what was typed.
    allow_show_password: bool,
}

impl Ask for PasswordStage {
    const COMPONENT: &'static str = "ak-stage-password";
    type Challenge = PasswordChallenge;
    type Proof = Verified;

    async fn ask(&self, _row: &Record, run: &mut Run<'_>) -> Result<Asked<PasswordChallenge>> {
        begin(run).await?;
        Ok(Asked::Show(PasswordChallenge {
            who: run.user_info().await?,
            recovery_url: recovery_url(run).await?,
            allow_show_password: self.allow_show_password,
        }))
    }

    async fn answer(&self, row: &Record, run: &mut Run<'_>, mut form: Form) -> Result<Verdict<Verified>> {
        let Some(pending) = run.plan.pending_user() else { return Ok(Verdict::Deny(String::new())) };
        let password = form.required_text("password");
        if let Some(errors) = form.errors() {
            return Ok(Verdict::Again(errors));
        }
        begin(run).await?;
        let user = run.pending_user().await?;
        let name = name(&pending, user.as_ref());
        let attempt = Attempt { stage: row, backends: &self.backends, user: user.as_ref(), name: &name, password: &password };
        if let Some(verified) = verify(run, &attempt).await? {
            return Ok(Verdict::Next(verified));
        }
        let score = run.cx.service::<Scores>()?.of(Some(&name), None).await?;
        if limit::wrong(&mut run.plan.context, score, self.failed_attempts_before_cancel) {
            return Ok(Verdict::Deny("Invalid password".to_owned()));
        }
        Ok(Verdict::Again(Errors::field("password", "Invalid password", "invalid")))
    }
}

/// Notes how well the name stands when it is first asked for its password.
async fn begin(run: &mut Run<'_>) -> Result<()> {
    if let Some(pending) = run.plan.pending_user().filter(|_| limit::begins(&run.plan.context)) {
        let user = run.pending_user().await?;
        let score = run.cx.service::<Scores>()?.of(Some(&name(&pending, user.as_ref())), None).await?;
        limit::begin(&mut run.plan.context, score);
    }
    Ok(())
}

/// The name under which reputation is kept.
fn name(pending: &PendingUser, user: Option<&Record>) -> String {
    match (user, pending) {
        (Some(user), _) => user.text("username").to_owned(),
        (None, PendingUser::Unsaved { username, .. }) => username.clone(),
        (None, PendingUser::Saved { .. }) => String::new(),
    }
}

/// The address of the brand's flow for those who forgot their password.
async fn recovery_url(run: &Run<'_>) -> Result<Option<String>> {
    let brand = brands::of_host(&run.cx.store, &run.cx.request.host).await?;
    let Some(key) = brand.and_then(|brand| brand.uuid("flow_recovery")) else { return Ok(None) };
    let flow = run.cx.store.get(Flow::RESOURCE, key).await?;
    Ok(flow.map(|flow| format!("{}/if/flow/{}/", run.cx.origin(), flow.text("slug"))))
}
