//! `check_in`: a device tells about itself. What it told before is forgotten.

use serde_json::Value as Json;
use vestibule_core::tenant::after;
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Model as _, Result, Value};
use vestibule_secret::duration;
use vestibule_store::Query;

use super::token;
use crate::{devices::DeviceFactSnapshot, shape};

/// Most that a device may tell, in bytes of JSON.
const MOST: usize = 4 * 1024 * 1024;

pub(super) async fn check_in(cx: &Context, sent: Json) -> Result<Answer> {
    let known = token::device(cx).await?;
    let data = shape::checked("DeviceFactsRequest", &sent)?;
    if data.to_string().len() > MOST {
        return Err(Error::non_field("This is more than a device may tell about itself."));
    }
    let now = cx.store.world().now();
    let lasts = duration::parse(known.connector.text("snapshot_expiry")).unwrap_or_default();
    let values = vec![("data", Value::from(data)), ("connection", known.connection.key().clone()), ("expires", after(now, lasts).into())];
    let mut tx = cx.begin().await?;
    tx.delete_where(&Query::all(DeviceFactSnapshot::RESOURCE).is("connection", known.connection.key().clone())).await?;
    tx.insert(DeviceFactSnapshot::RESOURCE, values).await?;
    tx.commit().await?;
    Ok(Answer::no_content())
}
