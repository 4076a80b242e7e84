//! One device in detail, and how many there are.

use serde_json::{Value as Json, json};
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_resource::{Error, Many, Model as _, Record, Result, Value};
use vestibule_store::Query;

use super::{DeviceFactSnapshot, EndpointDevice, facts::Known};
use crate::found;

/// `GET` on one device, which shows more than the list does, and `summary`.
pub(super) static ACTIONS: &[Action] = &[
    Action {
        path: "",
        method: "GET",
        id: "endpoints_devices_retrieve",
        target: Target::Object,
        need: Need::View,
        schema: Schema::answers("EndpointDeviceDetails"),
        run: |cx, row, _| Box::pin(details(cx, row)),
    },
    Action {
        path: "summary",
        method: "GET",
        id: "endpoints_devices_summary_retrieve",
        target: Target::Collection,
        need: Need::View,
        schema: Schema::answers("DeviceSummary"),
        run: |cx, _, _| Box::pin(summary(cx)),
    },
];

/// From a device to the policies that are bound to it.
const POLICIES: Many = Many { to: "authentik_policies.policy", table: "policy_binding", mine: "target", theirs: "policy" };

async fn details(cx: &Context, row: Option<Record>) -> Result<Answer> {
    let device = found(row)?;
    let rows = std::slice::from_ref(&device);
    let connections = Known::of(&cx.store, rows).await?.connections(&device);
    let policies = cx.store.links(&POLICIES, &[device.get("pbm_uuid").clone()]).await?;
    let shown = cx.api.show(cx, rows, None).await?.pop();
    let Some(Json::Object(mut shown)) = shown else { return Err(Error::internal("a device was not shown")) };
    shown.insert("connections".into(), connections.iter().map(|connection| connection.get("connector").to_json()).collect());
    shown.insert("connections_obj".into(), cx.api.show(cx, &connections, None).await?.into());
    let bound = policies.iter().map(|(_, policy)| policy).filter(|policy| !policy.is_null());
    shown.insert("policies".into(), bound.map(Value::to_json).collect());
    Ok(Answer::json(200, Json::Object(shown)))
}

/// How many devices there are, and how many of them were silent for too long. No agent counts as outdated: this server sets no
/// version that agents must have.
async fn summary(cx: &Context) -> Result<Answer> {
    let total = cx.store.count(&Query::all(EndpointDevice::RESOURCE)).await?;
    let heard = cx.store.distinct(&Query::all(DeviceFactSnapshot::RESOURCE), "connection__device").await?.len() as u64;
    Ok(Answer::json(200, json!({ "total_count": total, "unreachable_count": total.saturating_sub(heard), "outdated_agent_count": 0 })))
}
