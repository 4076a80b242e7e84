//! The page after an application's session has ended.

use serde::Serialize;
use serde_json::Value as Json;
use vestibule_resource::{Record, Result};
use vestibule_resource_derive::Resource;

use crate::{Ask, Asked, Form, Run, UserInfo, Verdict, brand};

/// Tells the visitor that they left an application, and offers to log out of this server too.
#[derive(Debug, Clone, Resource)]
#[resource(model = "vestibule_flow.sessionend", key = "pk")]
pub struct SessionEnd {}

/// What the page shows.
#[derive(Debug, Serialize)]
pub struct Challenge {
    /// Who it is about.
    #[serde(flatten)]
    pub user: UserInfo,
    /// The application that was left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    /// The way back into it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_launch_url: Option<String>,
    /// The way out of this server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invalidation_flow_url: Option<String>,
    /// Name of the service.
    pub brand_name: String,
}

impl Ask for SessionEnd {
    const COMPONENT: &'static str = "ak-stage-session-end";
    type Challenge = Challenge;
    // The end of a session checks nothing, but it cannot be passed either: it is the end.
    type Proof = std::convert::Infallible;

    async fn ask<'a>(&'a self, _row: &'a Record, run: &'a mut Run<'_>) -> Result<Asked<Challenge>> {
        if run.cx.caller.user().is_none() {
            return Ok(Asked::Redirect("/".to_owned()));
        }
        let application = |name: &str| run.known("application").and_then(|app| app.get(name)).and_then(Json::as_str).map(str::to_owned);
        let invalidation = brand::flow(run.cx, "flow_invalidation").await?.and_then(|flow| run.address_of(flow));
        Ok(Asked::Show(Challenge {
            application_name: application("name"),
            application_launch_url: application("launch_url"),
            invalidation_flow_url: invalidation,
            brand_name: brand::title(run.cx).await?,
            user: run.user_info().await?,
        }))
    }

    async fn answer<'a>(&'a self, _row: &'a Record, _run: &'a mut Run<'_>, _form: Form) -> Result<Verdict<std::convert::Infallible>> {
        Ok(Verdict::Redirect("/".to_owned()))
    }
}
