//! The way through a flow: one state machine with two faces.
//!
//! The JSON face ([`get`], [`post`]) speaks the challenge protocol: one stage per request, and a redirect to the same address
//! when a stage is done. The server-rendered page uses [`walk`], which passes over stages without a screen by itself.

mod answer;
mod enter;
mod finish;
mod report;
mod stage;

pub use answer::failed;

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context, Params};
use vestibule_resource::{Error, Result};

use crate::{Form, Stages, session};

/// Most stages without a screen that one page request passes over.
const SILENT_STAGES: usize = 64;

/// What came of a step.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Show this and wait for an answer.
    Challenge(Json),
    /// The stage is done; ask again for the next one.
    Again,
    /// The visitor goes elsewhere: the flow is at its end, or a stage leads out of it.
    Finished(String),
    /// There is no such flow.
    NotFound,
}

/// What a visitor brings along.
pub(crate) struct Visit<'a> {
    pub(crate) slug: &'a str,
    /// The browser's own query string.
    pub(crate) query: &'a str,
    /// Where a flow that turns visitors away may send them on to; only the JSON face takes one.
    pub(crate) onward: Option<&'a str>,
}

/// GET of the JSON face: the present challenge. `params` is the query string of the request, which wraps the browser's own one.
///
/// # Errors
/// None that a client sees as such: what fails is an answer of the protocol.
pub async fn get(cx: &Context, slug: &str, params: &Params) -> Result<Answer> {
    Ok(answer::from_outcome(cx, step(cx, &visit(slug, params), None).await))
}

/// POST of the JSON face: the answer to the present challenge.
///
/// # Errors
/// As [`get`].
pub async fn post(cx: &Context, slug: &str, params: &Params, body: &[u8]) -> Result<Answer> {
    let outcome = match parse(cx, body) {
        Ok(form) => step(cx, &visit(slug, params), Some(form)).await,
        // An unknown flow is unknown whatever the body says.
        Err(_) if !known(cx, slug).await? => Ok(Outcome::NotFound),
        Err(error) => Err(error),
    };
    Ok(answer::from_outcome(cx, outcome))
}

/// One step of the server-rendered page: shows the present stage, or takes the answer to it. `query` is the query string of the page.
///
/// # Errors
/// Whatever a stage fails with.
pub async fn run(cx: &Context, slug: &str, query: &str, answer: Option<Json>) -> Result<Outcome> {
    step(cx, &Visit { slug, query, onward: None }, answer.map(Form::new)).await
}

/// As [`run`], but goes on over stages that show nothing. `Again` then means that the page must be asked for anew, because the
/// visitor is somebody else now (login, logout) or because stages without a screen follow each other without end.
///
/// # Errors
/// As [`run`].
pub async fn walk(cx: &Context, slug: &str, query: &str, mut answer: Option<Json>) -> Result<Outcome> {
    let visitor = visitor(cx);
    for _ in 0..SILENT_STAGES {
        match run(cx, slug, query, answer.take()).await? {
            Outcome::Again if visitor == self::visitor(cx) => {}
            outcome => return Ok(outcome),
        }
    }
    Ok(Outcome::Again)
}

/// The `component` of the stage that the visitor is in, without asking it, for asking may change what it expects. `None` when the
/// flow is not in progress.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn component(cx: &Context, slug: &str) -> Result<Option<&'static str>> {
    let stages: &Stages = cx.service()?;
    let snapshot = stages.snapshot(cx).await?;
    let (Some(flow), Some(mut plan)) = (snapshot.flow_by_slug(slug), session::plan(cx)) else { return Ok(None) };
    if plan.flow != flow.key() {
        return Ok(None);
    }
    let Some(here) = plan.present(&snapshot) else { return Ok(None) };
    Ok(Some(stage::settings(stages, &snapshot, here)?.0.component))
}

/// Who the session belongs to; a change means that everything known about the caller is out of date.
fn visitor(cx: &Context) -> (Option<i64>, bool) {
    let session = cx.session.lock();
    (session.user, session.flush)
}

fn visit<'a>(slug: &'a str, params: &'a Params) -> Visit<'a> {
    Visit { slug, query: params.get("query").unwrap_or_default(), onward: params.get("next") }
}

async fn known(cx: &Context, slug: &str) -> Result<bool> {
    let stages: &Stages = cx.service()?;
    Ok(stages.snapshot(cx).await?.flow_by_slug(slug).is_some())
}

/// The body of an answer: JSON and nothing else.
fn parse(cx: &Context, body: &[u8]) -> Result<Form> {
    if body.is_empty() {
        return Ok(Form::new(json!({})));
    }
    let kind = cx.request.content_type.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Error::Refused(415, format!("Unsupported media type \"{}\" in request.", cx.request.content_type)));
    }
    let body = serde_json::from_slice(body).map_err(|error| Error::Invalid(json!({ "detail": format!("JSON parse error - {error}") })))?;
    Ok(Form::new(body))
}

/// A step, and a word about it where administrators look when it fails.
async fn step(cx: &Context, visit: &Visit<'_>, form: Option<Form>) -> Result<Outcome> {
    let outcome = try_step(cx, visit, form).await;
    if let Err(error) = &outcome {
        Box::pin(report::failure(cx, visit.slug, error)).await;
    }
    outcome
}

/// Brings the visitor to the stage they are in and lets it ask, or judge the answer.
async fn try_step(cx: &Context, visit: &Visit<'_>, form: Option<Form>) -> Result<Outcome> {
    let stages: &Stages = cx.service()?;
    let snapshot = stages.snapshot(cx).await?;
    let Some(flow) = snapshot.flow_by_slug(visit.slug) else { return Ok(Outcome::NotFound) };
    let plan = match Box::pin(enter::plan(cx, &snapshot, flow, visit)).await? {
        enter::Entered::Plan(plan) => plan,
        enter::Entered::Turned(outcome) => return Ok(outcome),
    };
    session::keep_query(cx, visit.query);
    stage::at(cx, &stage::Place { stages, snapshot: &snapshot, flow, visit }, plan, form).await
}
