//! `GET /admin/file/`: all files.

use serde_json::{Value as Json, json};
use vestibule_core::Picture;
use vestibule_engine::{Answer, Context, found};
use vestibule_resource::Result;

use super::{check_usage, files, media_type};

/// Query parameters as the contract writes them.
pub(super) const PARAMS: &str = r##"[
    {"in": "query", "name": "manageable_only", "schema": {"type": "boolean", "default": false}},
    {"$ref": "#/components/parameters/QuerySearch"},
    {"in": "query", "name": "usage", "schema": {"allOf": [{"$ref": "#/components/schemas/UsageEnum"}], "default": "media", "minLength": 1}}
]"##;

/// Files whose name holds every term of `search`. All of them can be managed.
pub(super) async fn list(cx: &Context) -> Result<Answer> {
    check_usage(cx.request.params.get("usage"))?;
    let names = files(cx)?.names().await?;
    let wanted = names.iter().filter(|name| found(&cx.request.params, &[name]));
    Ok(Answer::json(200, wanted.map(|name| shown(name)).collect()))
}

fn shown(name: &str) -> Json {
    let url = Picture::of(name).map(|picture| picture.url).unwrap_or_default();
    json!({ "name": name, "mime_type": media_type::of(name), "url": url, "themed_urls": null })
}
