//! What flows take from the brand of a request.

use std::sync::Arc;

use uuid::Uuid;
use vestibule_core::brands;
use vestibule_engine::Context;
use vestibule_resource::{Record, Result};

/// The picture behind flows when neither flow nor brand has one.
const BACKGROUND: &str = "/static/dist/assets/images/flow_background.jpg";

/// Name of the service when no brand fits.
const TITLE: &str = "authentik";

/// The brand of the request's host; `None` when none fits.
pub(crate) async fn of(cx: &Context) -> Result<Option<Arc<Record>>> {
    brands::of_host(&cx.store, &cx.request.host).await
}

/// The picture behind flows that have none of their own.
pub(crate) async fn background(cx: &Context) -> Result<String> {
    Ok(of(cx).await?.map_or_else(|| BACKGROUND.to_owned(), |brand| brand.text("branding_default_flow_background").to_owned()))
}

/// Name of the service.
pub(crate) async fn title(cx: &Context) -> Result<String> {
    Ok(of(cx).await?.map_or_else(|| TITLE.to_owned(), |brand| brand.text("branding_title").to_owned()))
}

/// The flow that the brand names in that field.
pub(crate) async fn flow(cx: &Context, field: &str) -> Result<Option<Uuid>> {
    Ok(of(cx).await?.and_then(|brand| brand.uuid(field)))
}
