//! Why a user would be let into a flow and its stages, or not.

use serde_json::{Value as Json, json};
use vestibule_core::events::reference;
use vestibule_engine::Context;
use vestibule_resource::Result;

use crate::{Stages, asking};

/// The tree of the decisions about a flow and each place in it, as if the user entered now; `None` when there is no such flow.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn explain_flow(cx: &Context, slug: &str, user: i64) -> Result<Option<Json>> {
    let snapshot = cx.service::<Stages>()?.snapshot(cx).await?;
    let Some(flow) = snapshot.flow_by_slug(slug) else { return Ok(None) };
    let mut stages = Vec::new();
    for place in flow.after(None) {
        stages.push(json!({
            "stage": snapshot.stage(place.stage).map(|stage| reference(&stage.row)),
            "order": place.order,
            "evaluate_on_plan": place.row.flag("evaluate_on_plan"),
            "re_evaluate_policies": place.row.flag("re_evaluate_policies"),
            "decision": asking::explained(cx, &place.row, user).await?,
        }));
    }
    let decision = asking::explained(cx, &flow.row, user).await?;
    Ok(Some(json!({ "authentication": flow.row.text("authentication"), "decision": decision, "stages": stages })))
}
