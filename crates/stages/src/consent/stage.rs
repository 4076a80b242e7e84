//! What the stage asks.
//!
//! Consent is remembered for a user and an application. As long as flows know of no applications it is asked for each time, which
//! is also what the contract says of flows without one.

use vestibule_flow::{Ask, Asked, Form, PlanConsent, Run, Verdict};
use vestibule_resource::{Record, Result};

use super::ConsentStage;

/// The question that the server also puts into plans by itself.
const QUESTION: PlanConsent = PlanConsent {};

impl Ask for ConsentStage {
    const COMPONENT: &'static str = PlanConsent::COMPONENT;
    type Challenge = <PlanConsent as Ask>::Challenge;
    type Proof = <PlanConsent as Ask>::Proof;

    async fn ask(&self, row: &Record, run: &mut Run<'_>) -> Result<Asked<Self::Challenge>> {
        QUESTION.ask(row, run).await
    }

    async fn answer(&self, row: &Record, run: &mut Run<'_>, form: Form) -> Result<Verdict<Self::Proof>> {
        QUESTION.answer(row, run, form).await
    }
}
