//! The ends of a flow: done, or turned away.

use serde_json::{Value as Json, json};
use vestibule_engine::{Context, Params};
use vestibule_policies::PolicyResult;
use vestibule_resource::{Result, Word as _};

use super::{Outcome, Visit, answer};
use crate::{DeniedAction, Designation, Plan, asking, is_local, keys, leave::leave, session, snapshot::FlowAt, user_info};

/// Where a visitor goes who was headed nowhere.
const ROOT: &str = "/";

/// The flow is at its end.
pub(super) async fn done(cx: &Context, flow: &FlowAt, plan: Option<&Plan>) -> Result<Outcome> {
    // Only the server sets this, so it may lead anywhere.
    if let Some(to) = plan.and_then(|plan| plan.context.get(keys::REDIRECT)).and_then(Json::as_str) {
        session::cancel(cx);
        return Ok(Outcome::Finished(to.to_owned()));
    }
    let query = Params::parse(&session::query(cx));
    let to = query.get("next").filter(|next| !next.is_empty()).unwrap_or(ROOT);
    if !is_local(to) {
        return denied(cx, flow, plan, "Invalid next URL").await;
    }
    session::cancel(cx);
    Ok(Outcome::Finished(to.to_owned()))
}

/// The flow does not let the visitor in.
pub(super) async fn not_applicable(cx: &Context, flow: &FlowAt, visit: &Visit<'_>, verdict: PolicyResult) -> Result<Outcome> {
    // Who is logged in has nothing left to do in a flow for logging in.
    if flow.row.text("designation") == Designation::Authentication.word() && cx.caller.user().is_some() {
        return done(cx, flow, None).await;
    }
    let onward = visit.onward.filter(|next| is_local(next)).map(str::to_owned);
    let to = match flow.row.column::<DeniedAction>("denied_action")? {
        DeniedAction::Message => None,
        DeniedAction::MessageContinue => onward,
        DeniedAction::Continue => Some(onward.unwrap_or_else(|| ROOT.to_owned())),
    };
    if let Some(to) = to {
        session::cancel(cx);
        return Ok(Outcome::Finished(to));
    }
    asking::turned_away(cx, &flow.row, &verdict).await?;
    let message = if verdict.messages.is_empty() { "Flow does not apply to current user.".to_owned() } else { verdict.messages.join("\n") };
    denied(cx, flow, None, &message).await
}

/// Ends the flow with a sentence that says why.
pub(super) async fn denied(cx: &Context, flow: &FlowAt, plan: Option<&Plan>, message: &str) -> Result<Outcome> {
    leave(cx).await?;
    let flow_info = answer::flow_info(cx, &flow.row, plan).await?;
    let who = user_info(cx, plan).await?;
    let message = if message.is_empty() { "Unknown error" } else { message };
    let challenge = json!({
        "component": "ak-stage-access-denied",
        "pending_user": who.pending_user,
        "pending_user_avatar": who.pending_user_avatar,
        "error_message": message,
    });
    Ok(Outcome::Challenge(answer::challenge(flow_info, None, challenge)))
}
