//! The present stage: asking, judging, moving on.

use std::{sync::Arc, time::Instant};

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_engine::{Context, Params};
use vestibule_resource::{Error, Record, Result};

use super::{Outcome, Visit, answer, finish};
use crate::{
    Ahead, Form, Plan, Run, StageAt, StageKind, Stages, Step, asking, inline,
    planner::{self, Options, Planned},
    session,
    snapshot::{FlowAt, Snapshot},
};

/// Where a visitor is.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) stages: &'a Stages,
    pub(super) snapshot: &'a Snapshot,
    pub(super) flow: &'a FlowAt,
    pub(super) visit: &'a Visit<'a>,
}

/// Lets the present stage ask, or judge an answer.
pub(super) async fn at(cx: &Context, place: &Place<'_>, mut plan: Plan, form: Option<Form>) -> Result<Outcome> {
    let Some(here) = present(cx, place, &mut plan).await? else {
        return Box::pin(finish::done(cx, place.flow, Some(&plan))).await;
    };
    let (kind, row) = settings(place.stages, place.snapshot, &here)?;
    let query = Params::parse(place.visit.query);
    let mut run = Run {
        cx,
        flow: &place.flow.row,
        here: here.clone(),
        plan: &mut plan,
        query: &query,
        query_text: place.visit.query,
        snapshot: place.snapshot,
    };
    let began = Instant::now();
    let step = match form {
        None => (kind.enter)(&row, &mut run).await?,
        Some(form) => (kind.answer)(&row, &mut run, form).await?,
    };
    // A figure for administrators, on which nothing depends; so it needs no clock of the world.
    metrics::histogram!("vestibule_flow_stage_duration_seconds", "stage" => kind.resource.model).record(began.elapsed().as_secs_f64());
    take(cx, place, &here, plan, step).await
}

/// The stage that the visitor is in, after passing over those that policies keep from them. They are asked each time.
async fn present(cx: &Context, place: &Place<'_>, plan: &mut Plan) -> Result<Option<Ahead>> {
    loop {
        let Some(here) = plan.present(place.snapshot).cloned() else { return Ok(None) };
        if applies(cx, place, plan, &here).await? {
            return Ok(Some(here));
        }
        plan.leave();
    }
}

async fn applies(cx: &Context, place: &Place<'_>, plan: &mut Plan, here: &Ahead) -> Result<bool> {
    let Some(binding) = here.binding else { return Ok(true) };
    // A stage that was taken out of the flow meanwhile is not ahead any more.
    let Some(binding) = place.snapshot.place(plan.flow, binding) else { return Ok(false) };
    if !here.re_evaluate {
        return Ok(true);
    }
    let user = planner::user_for_policies(cx, &plan.context, Options::VISITOR);
    let ahead: Vec<Uuid> = plan.ahead.iter().filter_map(|ahead| ahead.binding).collect();
    let verdict = asking::place(cx, &binding.row, user, &mut plan.context, &ahead).await?;
    session::tell(cx, verdict.messages);
    Ok(verdict.passing)
}

/// What the present stage does, and its settings.
pub(super) fn settings(stages: &Stages, snapshot: &Snapshot, here: &Ahead) -> Result<(&'static StageKind, Arc<Record>)> {
    match &here.stage {
        StageAt::Stored(key) => {
            let stage = snapshot.stage(*key).ok_or_else(|| Error::internal(format!("stage {key} is of no known type")))?;
            Ok((stage.kind, Arc::clone(&stage.row)))
        }
        StageAt::Inline { model, settings } => {
            let kind = stages.kind(model).ok_or_else(|| Error::internal(format!("there is no type of stage {model}")))?;
            Ok((kind, Arc::new(inline::record(kind.resource, settings))))
        }
    }
}

/// Acts on what came of a stage.
async fn take(cx: &Context, place: &Place<'_>, here: &Ahead, plan: Plan, step: Step) -> Result<Outcome> {
    match step {
        Step::Next => Box::pin(next(cx, place, plan)).await,
        Step::Show(challenge) => show(cx, place, &plan, challenge, None).await,
        Step::Again(challenge, errors) => match restarts(here) {
            Some(keep) => Box::pin(restart(cx, place, plan, keep)).await,
            None => show(cx, place, &plan, challenge, Some(errors.to_json())).await,
        },
        Step::Deny(message) => match restarts(here) {
            Some(keep) => Box::pin(restart(cx, place, plan, keep)).await,
            None => Box::pin(finish::denied(cx, place.flow, Some(&plan), &message)).await,
        },
        Step::Redirect(to) => {
            session::keep_plan(cx, &plan)?;
            Ok(Outcome::Finished(to))
        }
    }
}

async fn next(cx: &Context, place: &Place<'_>, mut plan: Plan) -> Result<Outcome> {
    session::remember(cx, &plan)?;
    plan.leave();
    if plan.present(place.snapshot).is_none() {
        return finish::done(cx, place.flow, Some(&plan)).await;
    }
    session::keep_plan(cx, &plan)?;
    Ok(Outcome::Again)
}

async fn show(cx: &Context, place: &Place<'_>, plan: &Plan, challenge: Json, errors: Option<Json>) -> Result<Outcome> {
    session::keep_plan(cx, plan)?;
    let flow_info = answer::flow_info(cx, &place.flow.row, Some(plan)).await?;
    Ok(Outcome::Challenge(answer::challenge(flow_info, errors, challenge)))
}

/// Whether a wrong answer here starts the flow anew, and whether what is known is then kept.
fn restarts(here: &Ahead) -> Option<bool> {
    match here.invalid_response_action.as_str() {
        "restart" => Some(false),
        "restart_with_context" => Some(true),
        _ => None,
    }
}

async fn restart(cx: &Context, place: &Place<'_>, plan: Plan, keep: bool) -> Result<Outcome> {
    let context = if keep { plan.context } else { Map::new() };
    match planner::plan(cx, place.snapshot, place.flow, context, Options::FRESH).await? {
        Planned::Plan(plan) => {
            session::keep_plan(cx, &plan)?;
            Ok(Outcome::Again)
        }
        Planned::Empty => finish::done(cx, place.flow, None).await,
        Planned::NotApplicable(verdict) => finish::not_applicable(cx, place.flow, place.visit, verdict).await,
    }
}
