//! Entering a flow from the administrator's pages, to try it out.

use serde_json::json;
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Record, Result};

use crate::{Stages, address, doors, planner::Planned};

/// Plans the flow about the caller and answers where it goes on.
pub(super) async fn execute(cx: &Context, flow: Option<Record>) -> Result<Answer> {
    let stages: &Stages = cx.service()?;
    let snapshot = stages.snapshot(cx).await?;
    let flow = flow.and_then(|flow| snapshot.flow(flow.key().as_uuid()?).cloned()).ok_or_else(|| Error::no_match("Flow"))?;
    let user = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    match doors::enter_as(cx, &snapshot, &flow, user).await? {
        // The contract answers with a page here, alone among the operations of the API.
        Planned::NotApplicable(_) => Ok(Answer::html(400, PAGE.to_owned())),
        Planned::Plan(_) | Planned::Empty => {
            let link = format!("{}{}", cx.origin(), address::of_flow(flow.row.text("slug"), ""));
            Ok(Answer::json(200, json!({ "link": link })))
        }
    }
}

const PAGE: &str = "<!doctype html><html lang=\"en\"><title>Not possible</title><p>Flow does not apply to current user.</p></html>";
