//! A way out, put into a plan by the server.

use serde::Serialize;
use vestibule_resource::{Record, Result};
use vestibule_resource_derive::Resource;

use crate::{Ask, Asked, Form, Run, Verdict};

/// Sends the visitor to an address that the server chose.
#[derive(Debug, Clone, Resource)]
#[resource(model = "vestibule_flow.redirect", key = "destination")]
pub struct PlanRedirect {
    /// The address.
    pub destination: String,
}

/// Where the visitor goes.
#[derive(Debug, Serialize)]
pub struct Challenge {
    /// The address.
    pub to: String,
}

impl Ask for PlanRedirect {
    const COMPONENT: &'static str = "xak-flow-redirect";
    type Challenge = Challenge;
    // A redirect checks nothing.
    type Proof = ();

    async fn ask<'a>(&'a self, _row: &'a Record, _run: &'a mut Run<'_>) -> Result<Asked<Challenge>> {
        Ok(Asked::Show(Challenge { to: self.destination.clone() }))
    }

    async fn answer<'a>(&'a self, _row: &'a Record, _run: &'a mut Run<'_>, mut form: Form) -> Result<Verdict<()>> {
        form.required_text("to");
        Ok(form.errors().map_or(Verdict::Next(()), Verdict::Again))
    }
}
