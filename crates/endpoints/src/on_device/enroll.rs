//! `enroll`: an agent brings its device in, with an enrolment token.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Model as _, Record, Result, Value};
use vestibule_store::{Query, Transaction};

use super::token;
use crate::{
    connectors::AgentConnector,
    devices::{DeviceConnection, EndpointDevice},
    enrollment, shape,
};

/// What an agent tells about its device.
struct Newcomer {
    serial: String,
    name: String,
}

pub(super) async fn enroll(cx: &Context, sent: Json) -> Result<Answer> {
    let ticket = enrollment::find(&cx.store, token::secret(cx, "bearer")?).await?.ok_or_else(token::refused)?;
    let connector = cx.store.get(AgentConnector::RESOURCE, ticket.get("connector").clone()).await?.ok_or_else(token::refused)?;
    if !connector.flag("enabled") {
        return Err(Error::denied());
    }
    let body = shape::checked("EnrollRequest", &sent)?;
    let text = |name: &str| body.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
    let newcomer = Newcomer { serial: text("device_serial"), name: text("device_name") };
    let mut tx = cx.begin().await?;
    let device = device(&mut tx, &newcomer, &ticket).await?;
    let connection = connection(&mut tx, &device, &connector).await?;
    let key = token::renew(cx, &mut tx, &connection).await?;
    tx.commit().await?;
    Ok(Answer::json(200, json!({ "token": key })))
}

/// The device of that serial number: a device that comes again stays what it is, one that is new is made.
async fn device(tx: &mut Transaction, newcomer: &Newcomer, ticket: &Record) -> Result<Record> {
    let all = || Query::all(EndpointDevice::RESOURCE).include_expired(true).limit(1);
    if let Some(known) = tx.select(&all().is("identifier", newcomer.serial.as_str())).await?.pop() {
        return Ok(known);
    }
    let taken = !tx.select(&all().is("name", newcomer.name.as_str())).await?.is_empty();
    let name = if taken { format!("{} ({})", newcomer.name, newcomer.serial) } else { newcomer.name.clone() };
    let values = vec![
        ("identifier", Value::from(newcomer.serial.as_str())),
        ("name", name.into()),
        ("access_group", ticket.get("device_group").clone()),
        ("expiring", false.into()),
    ];
    tx.insert(EndpointDevice::RESOURCE, values).await
}

async fn connection(tx: &mut Transaction, device: &Record, connector: &Record) -> Result<Record> {
    let same = Query::all(DeviceConnection::RESOURCE).is("device", device.key().clone()).is("connector", connector.key().clone());
    match tx.select(&same.limit(1)).await?.pop() {
        Some(known) => Ok(known),
        None => {
            let values = vec![("device", device.key().clone()), ("connector", connector.key().clone())];
            tx.insert(DeviceConnection::RESOURCE, values).await
        }
    }
}
