//! How a stage type tells the executor what it does.

use futures::future::BoxFuture;
use serde::Serialize;
use serde_json::Value as Json;
use vestibule_engine::Context;
use vestibule_resource::{Model, Record, Resource, Result};

use crate::{Errors, Form, Plan, Run};

/// What comes of a stage.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// The stage is done; go on to the next one.
    Next,
    /// Show this challenge and wait for an answer. It lacks `flow_info`, which the executor adds.
    Show(Json),
    /// Show this challenge again, with what was wrong with the answer.
    Again(Json, Errors),
    /// The visitor may not go on. Restarts the flow when the binding says so, else tells them why.
    Deny(String),
    /// Send the visitor elsewhere and leave the plan as it is.
    Redirect(String),
}

/// A stage type without a screen.
pub trait Act: Model + Send + Sync {
    /// Does what the stage does, on GET and POST alike.
    fn act<'a>(&'a self, row: &'a Record, run: &'a mut Run<'_>) -> impl Future<Output = Result<Step>> + Send + 'a;
}

/// A stage type with a screen.
pub trait Ask: Model + Send + Sync {
    /// `component` of the challenge, by which clients know what to show.
    const COMPONENT: &'static str;
    /// The challenge's fields, beside `component`, `flow_info` and `response_errors`.
    type Challenge: Serialize + Send;
    /// What passing the stage proves. Only the verifier can build it, so an empty answer can never advance.
    type Proof: Send;

    /// What to ask, or to pass over the stage.
    fn ask<'a>(&'a self, row: &'a Record, run: &'a mut Run<'_>) -> impl Future<Output = Result<Asked<Self::Challenge>>> + Send + 'a;

    /// Judges an answer.
    fn answer<'a>(
        &'a self,
        row: &'a Record,
        run: &'a mut Run<'_>,
        form: Form,
    ) -> impl Future<Output = Result<Verdict<Self::Proof>>> + Send + 'a;
}

/// What a stage asks.
#[derive(Debug)]
pub enum Asked<C> {
    /// This.
    Show(C),
    /// Nothing: the stage does not apply, go on. Must not be used by a stage that verifies something.
    Pass,
    /// Nothing: the visitor may not go on.
    Deny(String),
    /// Nothing: the visitor goes elsewhere.
    Redirect(String),
}

/// What is made of an answer.
#[derive(Debug)]
pub enum Verdict<P> {
    /// Right, and here is the proof.
    Next(P),
    /// Wrong: ask again and say why.
    Again(Errors),
    /// Wrong, and no further try.
    Deny(String),
    /// The visitor goes elsewhere, and the plan stays.
    Redirect(String),
}

/// A stage type, erased.
#[derive(Clone, Copy)]
pub struct StageKind {
    /// The resource that holds its settings.
    pub resource: &'static Resource,
    /// What clients show; empty for a stage without a screen.
    pub component: &'static str,
    /// What users find about the stage among their own settings, if anything.
    pub setting: Option<Setting>,
    /// A visitor gives up a plan that may have gone through the stage: what the stage holds for them is let go.
    pub given_up: Option<GivenUp>,
    /// A visitor reaches the stage.
    pub enter: for<'a> fn(&'a Record, &'a mut Run<'_>) -> BoxFuture<'a, Result<Step>>,
    /// A visitor answers.
    pub answer: for<'a> fn(&'a Record, &'a mut Run<'_>, Form) -> BoxFuture<'a, Result<Step>>,
}

/// Lets go of what a stage holds for a visitor who gives up a plan.
pub type GivenUp = for<'a> fn(&'a Context, &'a Plan) -> BoxFuture<'a, Result<()>>;

/// An entry among users' own settings. It leads to the flow that the stage's field `configure_flow` names.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Web component that shows it.
    pub component: &'static str,
    /// Its title.
    pub title: &'static str,
}

impl StageKind {
    /// With an entry among users' own settings.
    #[must_use]
    pub const fn with_setting(mut self, setting: Setting) -> Self {
        self.setting = Some(setting);
        self
    }

    /// With something to let go of when a visitor gives up.
    #[must_use]
    pub const fn with_given_up(mut self, given_up: GivenUp) -> Self {
        self.given_up = Some(given_up);
        self
    }
}

/// Erases a stage type without a screen.
pub const fn act<S: Act + 'static>() -> StageKind {
    StageKind {
        resource: S::RESOURCE,
        component: "",
        setting: None,
        given_up: None,
        enter: |row, run| Box::pin(async move { S::read(row)?.act(row, run).await }),
        answer: |row, run, _| Box::pin(async move { S::read(row)?.act(row, run).await }),
    }
}

/// Erases a stage type with a screen.
pub const fn ask<S: Ask + 'static>() -> StageKind {
    StageKind {
        resource: S::RESOURCE,
        component: S::COMPONENT,
        setting: None,
        given_up: None,
        enter: |row, run| Box::pin(async move { show(&S::read(row)?, row, run).await }),
        answer: |row, run, form| Box::pin(async move { judge(&S::read(row)?, row, run, form).await }),
    }
}

async fn show<S: Ask>(stage: &S, row: &Record, run: &mut Run<'_>) -> Result<Step> {
    Ok(match stage.ask(row, run).await? {
        Asked::Show(challenge) => Step::Show(envelope::<S>(&challenge)?),
        Asked::Pass => Step::Next,
        Asked::Deny(message) => Step::Deny(message),
        Asked::Redirect(to) => Step::Redirect(to),
    })
}

async fn judge<S: Ask>(stage: &S, row: &Record, run: &mut Run<'_>, form: Form) -> Result<Step> {
    let errors = match stage.answer(row, run, form).await? {
        Verdict::Next(_proof) => return Ok(Step::Next),
        Verdict::Deny(message) => return Ok(Step::Deny(message)),
        Verdict::Redirect(to) => return Ok(Step::Redirect(to)),
        Verdict::Again(errors) => errors,
    };
    Ok(match show(stage, row, run).await? {
        Step::Show(challenge) => Step::Again(challenge, errors),
        other => other,
    })
}

fn envelope<S: Ask>(challenge: &S::Challenge) -> Result<Json> {
    let mut challenge = serde_json::to_value(challenge).map_err(|error| vestibule_resource::Error::internal(error.to_string()))?;
    if let Json::Object(fields) = &mut challenge {
        fields.insert("component".to_owned(), Json::String(S::COMPONENT.to_owned()));
    }
    Ok(challenge)
}
