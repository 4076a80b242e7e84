//! A question that a person must answer, put into a plan by the server.

use serde::Serialize;
use serde_json::{Value as Json, json};
use vestibule_resource::{Record, Result};
use vestibule_resource_derive::Resource;

use crate::{Ask, Asked, Errors, Form, Run, UserInfo, Verdict};

/// What the question is about, in the plan's context.
pub const CONSENT_HEADER: &str = "consent_header";
/// What is asked for, in the plan's context: a list of `{id, name}`.
pub const CONSENT_PERMISSIONS: &str = "consent_permissions";
/// What is asked for beyond what was granted before, in the plan's context.
const ADDITIONAL_PERMISSIONS: &str = "consent_additional_permissions";
/// What the answer must repeat, in the plan's context.
const TOKEN: &str = "goauthentik.io/stages/consent/token";

/// Asks the visitor to agree. Programs that open links by themselves, like scanners of mail, do not get past it.
#[derive(Debug, Clone, Resource)]
#[resource(model = "vestibule_flow.consent", key = "pk")]
pub struct PlanConsent {}

/// What the page shows.
#[derive(Debug, Serialize)]
pub struct Challenge {
    /// Who is asked.
    #[serde(flatten)]
    pub user: UserInfo,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_text: Option<String>,
    /// What is asked for.
    pub permissions: Json,
    /// What is asked for beyond what was granted before.
    pub additional_permissions: Json,
    /// What the answer must repeat.
    pub token: String,
}

/// The visitor saw the question and agreed.
pub struct Agreed(());

impl Ask for PlanConsent {
    const COMPONENT: &'static str = "ak-stage-consent";
    type Challenge = Challenge;
    type Proof = Agreed;

    async fn ask<'a>(&'a self, _row: &'a Record, run: &'a mut Run<'_>) -> Result<Asked<Challenge>> {
        let token = run.cx.store.world().uuid().to_string();
        run.keep(TOKEN, token.as_str());
        let list = |key: &str| run.known(key).cloned().unwrap_or_else(|| json!([]));
        Ok(Asked::Show(Challenge {
            header_text: run.known(CONSENT_HEADER).and_then(Json::as_str).map(str::to_owned),
            permissions: list(CONSENT_PERMISSIONS),
            additional_permissions: list(ADDITIONAL_PERMISSIONS),
            token,
            user: run.user_info().await?,
        }))
    }

    async fn answer<'a>(&'a self, _row: &'a Record, run: &'a mut Run<'_>, mut form: Form) -> Result<Verdict<Agreed>> {
        let given = form.required_text("token");
        if let Some(errors) = form.errors() {
            return Ok(Verdict::Again(errors));
        }
        let expected = run.plan.context.remove(TOKEN);
        if expected.as_ref().and_then(Json::as_str) != Some(given.as_str()) {
            return Ok(Verdict::Again(Errors::field("token", "Invalid consent token, re-showing prompt", "invalid")));
        }
        Ok(Verdict::Next(Agreed(())))
    }
}
