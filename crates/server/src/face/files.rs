//! Files that pages use.

use bytes::Bytes;
use vestibule_core::brands;
use vestibule_engine::{Answer, Body, Request};
use vestibule_resource::Result;
use vestibule_store::Store;

use crate::root::RELEASE;

/// Address of the style sheet that an administrator wrote for the brand.
pub(crate) const BRAND_STYLE: &str = "/static/brand.css";

/// A file below `/static/`; `None` when there is none. `seen` is the client's `If-None-Match`.
pub(crate) fn file(path: &str, seen: Option<&str>) -> Option<Answer> {
    let asset = vestibule_pages::asset(path)?;
    let keep = if asset.immutable { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    let known = seen.is_some_and(|seen| seen.split(',').any(|tag| tag.trim().trim_start_matches("W/") == asset.etag));
    let body = if known { Body::Empty } else { Body::Other(asset.content_type, Bytes::from_static(asset.body)) };
    let answer = Answer { status: if known { 304 } else { 200 }, headers: Vec::new(), body };
    let answer = answer.with("etag", asset.etag.as_str()).with("cache-control", keep);
    Some(answer.with("x-authentik-version", RELEASE).with("vary", "X-authentik-version, Etag"))
}

/// The brand's own style sheet, empty when it has none.
///
/// # Errors
/// `Internal` when the database fails.
pub(crate) async fn brand_style(store: &Store, request: &Request) -> Result<Answer> {
    let brand = brands::of_host(store, &request.host).await?;
    let css = brand.map(|brand| brand.text("branding_custom_css").to_owned()).unwrap_or_default();
    let answer = Answer { status: 200, headers: Vec::new(), body: Body::Other("text/css; charset=utf-8", css.into()) };
    Ok(answer.with("cache-control", "public, max-age=3600"))
}

/// The address changes with the content, so that browsers never use an old one.
pub(super) fn brand_style_address(css: &str) -> String {
    let digest = vestibule_secret::sha256_hex(css);
    format!("{BRAND_STYLE}?v={}", digest.get(..12).unwrap_or_default())
}
