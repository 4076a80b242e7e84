//! From a request to the plan it goes on with.

use serde_json::Map;
use vestibule_engine::{Context, Params};
use vestibule_resource::Result;

use super::{Outcome, Visit, finish};
use crate::{
    Plan,
    leave::leave,
    planner::{self, Options, Planned},
    session,
    snapshot::{FlowAt, Snapshot},
    token,
};

/// Where a request leads.
pub(super) enum Entered {
    /// To the present stage of this plan.
    Plan(Plan),
    /// Not into the flow.
    Turned(Outcome),
}

/// The plan that the visitor goes on with: the one of a flow token, the one in the session, or a new one.
pub(super) async fn plan(cx: &Context, snapshot: &Snapshot, flow: &FlowAt, visit: &Visit<'_>) -> Result<Entered> {
    if let Some(key) = Params::parse(visit.query).get("flow_token") {
        Box::pin(token::restore(cx, key)).await?;
    }
    match session::plan(cx) {
        Some(plan) if plan.flow == flow.key() => return Ok(Entered::Plan(plan)),
        // One plan per session: who enters another flow has left the first.
        Some(_) => Box::pin(leave(cx)).await?,
        None => {}
    }
    session::keep_query(cx, visit.query);
    session::forget(cx);
    match Box::pin(planner::plan(cx, snapshot, flow, Map::new(), Options::VISITOR)).await? {
        Planned::Plan(plan) => Ok(Entered::Plan(plan)),
        Planned::Empty => Ok(Entered::Turned(Box::pin(finish::done(cx, flow, None)).await?)),
        Planned::NotApplicable(verdict) => Ok(Entered::Turned(Box::pin(finish::not_applicable(cx, flow, visit, verdict)).await?)),
    }
}
