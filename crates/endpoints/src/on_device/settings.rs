//! `agent_config`: how an agent is to behave.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Body, Context};
use vestibule_resource::{Record, Result};
use vestibule_secret::duration;

use super::token;

/// Model label of flows; they are another area's.
const FLOW: &str = "authentik_flows.flow";

pub(super) async fn agent_config(cx: &Context) -> Result<Answer> {
    let known = token::device(cx).await?;
    let connector = &known.connector;
    let interval = duration::parse(connector.text("refresh_interval")).map_or(0, |interval| interval.as_secs());
    Ok(Answer::json(
        200,
        json!({
            "device_id": known.connection.get("device").to_json(),
            "refresh_interval": interval,
            "authorization_flow": flow(cx, connector).await?,
            // No key signs for devices, and no browser asks them, as long as logins on devices are not possible.
            "jwks_auth": { "keys": [] },
            "jwks_challenge": null,
            "nss_uid_offset": connector.int("nss_uid_offset"),
            "nss_gid_offset": connector.int("nss_gid_offset"),
            "auth_terminate_session_on_expiry": connector.flag("auth_terminate_session_on_expiry"),
            "system_config": system(cx).await?,
            "license_status": null,
        }),
    ))
}

/// The slug of the flow for logins on devices; null when there is none.
async fn flow(cx: &Context, connector: &Record) -> Result<Json> {
    let Some(flow) = cx.store.catalog().find(FLOW) else { return Ok(Json::Null) };
    let rows = cx.store.rows(flow).await?;
    Ok(rows.find(connector.get("authorization_flow")).map(|flow| flow.text("slug").into()).unwrap_or_default())
}

/// What the server tells everybody about itself.
async fn system(cx: &Context) -> Result<Json> {
    let Some(config) = cx.api.alone().iter().find(|operation| operation.path == "root/config") else { return Ok(Json::Null) };
    Ok(match (config.run)(cx, None, Json::Null).await?.body {
        Body::Json(shown) => shown,
        Body::JsonText(text) => serde_json::from_slice(&text).unwrap_or_default(),
        Body::Empty | Body::Html(_) | Body::Other(..) => Json::Null,
    })
}
