//! What the stage does when a visitor reaches it, and what it asks.

use jiff::SignedDuration;
use serde::Serialize;
use vestibule_flow::{Ask, Asked, Form, Run, UserInfo, Verdict};
use vestibule_resource::{Record, Result};

use super::{
    UserLoginStage,
    login::{LoggedIn, length, login},
};

/// What the visitor sees who is asked whether to stay logged in.
#[derive(Debug, Serialize)]
pub struct UserLoginChallenge {
    #[serde(flatten)]
    who: UserInfo,
}

impl Ask for UserLoginStage {
    const COMPONENT: &'static str = "ak-stage-user-login";
    type Challenge = UserLoginChallenge;
    type Proof = LoggedIn;

    async fn ask(&self, row: &Record, run: &mut Run<'_>) -> Result<Asked<UserLoginChallenge>> {
        if self.asks() {
            return Ok(Asked::Show(UserLoginChallenge { who: run.user_info().await? }));
        }
        Ok(match login(self, row, run, None).await? {
            Ok(LoggedIn { .. }) => Asked::Pass,
            Err(message) => Asked::Deny(message),
        })
    }

    async fn answer(&self, row: &Record, run: &mut Run<'_>, mut form: Form) -> Result<Verdict<LoggedIn>> {
        let remember = if self.asks() { Some(form.required_flag("remember_me")) } else { None };
        // A stage that asks nothing takes any answer.
        if let Some(errors) = form.errors().filter(|_| self.asks()) {
            return Ok(Verdict::Again(errors));
        }
        Ok(match login(self, row, run, remember).await? {
            Ok(proof) => Verdict::Next(proof),
            Err(message) => Verdict::Deny(message),
        })
    }
}

impl UserLoginStage {
    /// Whether the visitor is asked to stay logged in.
    fn asks(&self) -> bool {
        length(&self.remember_me_offset) > SignedDuration::ZERO
    }
}
