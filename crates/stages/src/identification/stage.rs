//! What the stage asks.

use serde::Serialize;
use serde_json::Value as Json;
use vestibule_flow::{Ask, Asked, Designation, Form, Run, Verdict, keys};
use vestibule_resource::{Model as _, Record, Result, Word as _};

use super::{
    IdentificationStage, hint,
    judge::{self, Identified},
};
use crate::password::PasswordStage;

/// What the visitor sees.
#[derive(Debug, Serialize)]
pub struct IdentificationChallenge {
    /// What a user can be found by.
    user_fields: Vec<&'static str>,
    /// What the field holds at first.
    pending_user_identifier: Option<String>,
    /// Ask for the password too.
    password_fields: bool,
    /// Offer a button that shows what was typed.
    allow_show_password: bool,
    /// The application that the visitor wants to enter.
    #[serde(skip_serializing_if = "Option::is_none")]
    application_pre: Option<String>,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    application_pre_launch: Option<String>,
    /// What the flow is for.
    flow_designation: String,
    /// There are no captchas yet.
    captcha_stage: Option<()>,
    /// Where to go who has no account.
    #[serde(skip_serializing_if = "Option::is_none")]
    enroll_url: Option<String>,
    /// Where to go who forgot their password.
    #[serde(skip_serializing_if = "Option::is_none")]
    recovery_url: Option<String>,
    /// Where to go who logs in without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    passwordless_url: Option<String>,
    /// What the button says.
    primary_action: &'static str,
    /// There are no sources yet.
    sources: [(); 0],
    /// Show the names of sources beside their icons.
    show_source_labels: bool,
    /// Offer to remember the name in the browser.
    enable_remember_me: bool,
    /// There are no passkeys yet.
    passkey_challenge: Option<()>,
}

impl Ask for IdentificationStage {
    const COMPONENT: &'static str = "ak-stage-identification";
    type Challenge = IdentificationChallenge;
    type Proof = Identified;

    async fn ask(&self, _row: &Record, run: &mut Run<'_>) -> Result<Asked<IdentificationChallenge>> {
        if hint::submit(self, run).await? {
            return Ok(Asked::Pass);
        }
        Ok(Asked::Show(self.challenge(run).await?))
    }

    async fn answer(&self, _row: &Record, run: &mut Run<'_>, form: Form) -> Result<Verdict<Identified>> {
        judge::answer(self, run, form).await
    }
}

impl IdentificationStage {
    async fn challenge(&self, run: &Run<'_>) -> Result<IdentificationChallenge> {
        let designation = run.flow.text("designation");
        let password = self.password(run).await?;
        let application = |name: &str| Some(run.known("application")?.get(name)?.as_str()?.to_owned());
        Ok(IdentificationChallenge {
            user_fields: self.user_fields.iter().map(|field| field.word()).collect(),
            pending_user_identifier: run.known(keys::PENDING_USER_IDENTIFIER).and_then(Json::as_str).map(str::to_owned),
            password_fields: password.is_some(),
            allow_show_password: password.is_some_and(|(_, stage)| stage.allow_show_password),
            application_pre: application("name"),
            application_pre_launch: application("launch_url"),
            flow_designation: designation.to_owned(),
            captcha_stage: None,
            enroll_url: self.enrollment_flow.and_then(|flow| run.address_of(flow)),
            recovery_url: self.recovery_flow.and_then(|flow| run.address_of(flow)),
            passwordless_url: self.passwordless_flow.and_then(|flow| run.address_of(flow)),
            primary_action: if designation == Designation::Authentication.word() { "Log in" } else { "Continue" },
            sources: [],
            show_source_labels: self.show_source_labels,
            enable_remember_me: self.enable_remember_me,
            passkey_challenge: None,
        })
    }

    /// The stage whose settings the password on this page follows.
    pub(super) async fn password(&self, run: &Run<'_>) -> Result<Option<(Record, PasswordStage)>> {
        let Some(key) = self.password_stage else { return Ok(None) };
        let row = run.cx.store.get(PasswordStage::RESOURCE, key).await?;
        row.map(|row| Ok((row.clone(), row.read()?))).transpose()
    }
}
