//! The devices of all types in one list: one's own, and those of a user or of everybody for those who look after them.

use futures::future::BoxFuture;
use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context, Need, Run, Schema, Standalone};
use vestibule_resource::{Error, Model as _, Record, Resource, Result, Value};
use vestibule_store::{Condition, Query};

use super::Device;
use crate::{EmailDevice, SMSDevice, WebAuthnDevice};

pub(crate) const OPERATIONS: [Standalone; 2] = [
    list("authenticators/all", "authenticators_all_list", "", |cx, _, _| own(cx)),
    list(
        "authenticators/admin/all",
        "authenticators_admin_all_list",
        r#"[{"in":"query","name":"user","schema":{"type":"integer"}}]"#,
        |cx, _, _| administered(cx),
    ),
];

const fn list(path: &'static str, id: &'static str, params: &'static str, run: Run) -> Standalone {
    let schema = Schema { request: "", status: 200, response: "Device[]", params };
    Standalone { path, method: "GET", id, tag: "authenticators", need: Need::Login, schema, negotiates: false, run }
}

fn own(cx: &Context) -> BoxFuture<'_, Result<Answer>> {
    Box::pin(async move {
        let user = Value::from(cx.caller.user());
        let queries = types(cx).into_iter().map(|kind| Query::all(kind).is("user", user.clone())).collect();
        Ok(Answer::json(200, Json::Array(devices(cx, queries).await?)))
    })
}

/// The devices that the caller may look at without owning them. Whoever may look at none is refused.
fn administered(cx: &Context) -> BoxFuture<'_, Result<Answer>> {
    Box::pin(async move {
        let wanted = wanted(cx)?;
        let view = |kind| vestibule_engine::codename(kind, "view");
        let seen = |kind: &'static Resource| Some(Query::all(kind).filter(cx.held(&view(kind), kind.key)?).filter(wanted.clone()));
        let devices = devices(cx, types(cx).into_iter().filter_map(seen).collect()).await?;
        if devices.is_empty() && !types(cx).into_iter().any(|kind| cx.holds(&view(kind))) {
            return Err(Error::denied());
        }
        Ok(Answer::json(200, Json::Array(devices)))
    })
}

fn types(cx: &Context) -> Vec<&'static Resource> {
    cx.store.catalog().descendants(Device::RESOURCE).collect()
}

/// The devices that the request asks for: those of a user, or all.
fn wanted(cx: &Context) -> Result<Condition> {
    let Some(text) = cx.request.params.get("user").filter(|text| !text.is_empty()) else { return Ok(Condition::True) };
    let user: i64 = text.parse().map_err(|_| Error::field("user", "Enter a number."))?;
    Ok(Condition::is("user", user))
}

/// What the queries find, as the list shows it.
async fn devices(cx: &Context, queries: Vec<Query>) -> Result<Vec<Json>> {
    let mut devices = Vec::new();
    for query in queries {
        let rows = cx.store.select(&query).await?;
        let models = models(cx, &rows).await?;
        devices.extend(rows.iter().map(|row| show(row, &models)));
    }
    Ok(devices)
}

/// The names of the models that passkeys are of.
async fn models(cx: &Context, rows: &[Record]) -> Result<Vec<Record>> {
    let model = "authentik_stages_authenticator_webauthn.webauthndevicetype";
    let Some(kind) = cx.store.catalog().find(model) else { return Ok(Vec::new()) };
    let values: Vec<Value> = rows.iter().map(|row| row.get("device_type").clone()).filter(|key| !key.is_null()).collect();
    if values.is_empty() {
        return Ok(Vec::new());
    }
    cx.store.select(&Query::all(kind).filter(Condition::In { path: kind.key.to_owned(), values })).await
}

fn show(row: &Record, models: &[Record]) -> Json {
    let kind = row.resource;
    json!({
        "pk": row.key().to_string(),
        "name": row.text("name"),
        "type": format!("{}.{}", kind.app(), kind.name),
        "confirmed": row.flag("confirmed"),
        "created": row.get("created").to_json(),
        "last_updated": row.get("last_updated").to_json(),
        "last_used": row.get("last_used").to_json(),
        "extra_description": description(row, models),
        "external_id": (kind.model == WebAuthnDevice::RESOURCE.model).then(|| row.text("aaguid")),
        "verbose_name": kind.verbose_name,
        "verbose_name_plural": kind.verbose_name_plural,
        "meta_model_name": kind.model,
    })
}

/// What tells a device from others of its type, beside its name.
fn description(row: &Record, models: &[Record]) -> Json {
    let kind = row.resource.model;
    if kind == EmailDevice::RESOURCE.model {
        row.get("email").to_json()
    } else if kind == SMSDevice::RESOURCE.model {
        row.get("phone_number").to_json()
    } else {
        let model = models.iter().find(|model| model.key() == row.get("device_type"));
        model.map_or(Json::Null, |model| model.get("description").to_json())
    }
}
