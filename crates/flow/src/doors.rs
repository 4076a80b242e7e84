//! The addresses below `/flows/-/`, through which pages lead into flows and out of them.

use serde_json::Map;
use uuid::Uuid;
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Result, Word as _};

use crate::{
    Designation, PendingUser, Stages, address, brand, is_local,
    leave::leave,
    not_found,
    planner::{self, Options, Planned},
    session,
    snapshot::{FlowAt, Snapshot},
};

/// `/flows/-/default/<authentication|invalidation>/`: leads to the flow that is used for that, with the query string carried on.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn default(cx: &Context, designation: &str) -> Result<Answer> {
    let wanted = match designation {
        "authentication" => Designation::Authentication,
        "invalidation" => Designation::Invalidation,
        _ => return Ok(not_found()),
    };
    let stages: &Stages = cx.service()?;
    let snapshot = stages.snapshot(cx).await?;
    let Some(flow) = chosen(cx, &snapshot, wanted).await? else { return Ok(not_found()) };
    // One plan per session: who enters another flow has left the first.
    if session::plan(cx).is_some_and(|plan| plan.flow != flow.key()) {
        leave(cx).await?;
    }
    Ok(Answer::redirect(address::of_flow(flow.row.text("slug"), &cx.request.query)))
}

/// The brand's flow, else the first by slug that lets the visitor in.
async fn chosen<'a>(cx: &Context, snapshot: &'a Snapshot, designation: Designation) -> Result<Option<&'a FlowAt>> {
    let named = brand::flow(cx, &format!("flow_{}", designation.word())).await?;
    if let Some(flow) = named.and_then(|flow| snapshot.flow(flow)) {
        return Ok(Some(flow));
    }
    for flow in snapshot.flows_by_slug().into_iter().filter(|flow| flow.row.text("designation") == designation.word()) {
        if planner::policies_pass(cx, flow, &Map::new(), Options::VISITOR).await?.passing {
            return Ok(Some(flow));
        }
    }
    Ok(None)
}

/// `/flows/-/cancel/`: drops the plan, lets go of what its stages hold for the visitor, and leads on to `next`, else to logging out.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn cancel(cx: &Context) -> Result<Answer> {
    leave(cx).await?;
    let next = cx.request.params.get("next").filter(|next| is_local(next));
    Ok(Answer::redirect(next.unwrap_or("/flows/-/default/invalidation/")))
}

/// `/flows/-/configure/<stage>/`: enters the flow with which a user sets up what the stage is about.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn configure(cx: &Context, stage: &str) -> Result<Answer> {
    let Some(user) = cx.caller.user() else {
        let back = form_urlencoded::Serializer::new(String::new()).append_pair("next", &cx.request.path).finish();
        return Ok(Answer::redirect(format!("/flows/-/default/authentication/?{back}")));
    };
    let stages: &Stages = cx.service()?;
    let snapshot = stages.snapshot(cx).await?;
    let stage = Uuid::try_parse(stage).ok().and_then(|stage| snapshot.stage(stage));
    let Some(flow) = stage.and_then(|stage| stage.row.uuid("configure_flow")).and_then(|flow| snapshot.flow(flow)) else {
        return Ok(not_found());
    };
    match enter_as(cx, &snapshot, flow, user).await? {
        Planned::NotApplicable(_) => Ok(not_found()),
        Planned::Plan(_) | Planned::Empty => Ok(Answer::redirect(address::of_flow(flow.row.text("slug"), &cx.request.query))),
    }
}

/// Plans a flow about the caller and makes it the active plan.
pub(crate) async fn enter_as(cx: &Context, snapshot: &Snapshot, flow: &FlowAt, user: i64) -> Result<Planned> {
    let planned = planner::plan(cx, snapshot, flow, PendingUser::Saved { pk: user }.into_context(), Options::FRESH).await?;
    if let Planned::Plan(plan) = &planned {
        leave(cx).await?;
        session::forget(cx);
        session::keep_plan(cx, plan)?;
    }
    Ok(planned)
}
