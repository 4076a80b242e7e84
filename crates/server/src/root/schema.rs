//! The OpenAPI document of this server.

use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use futures::future::BoxFuture;
use serde_json::Value as Json;
use vestibule_engine::{Answer, Body, Context, Schema};
use vestibule_resource::{Record, Result};

use crate::assemble;

/// Query parameters as the contract writes them.
const PARAMS: &str = r##"[
    {"in": "query", "name": "format", "schema": {"$ref": "#/components/schemas/FormatEnum"}},
    {"in": "query", "name": "lang", "schema": {"$ref": "#/components/schemas/LangEnum"}}
]"##;

pub(super) const SCHEMA: Schema = Schema { request: "", status: 200, response: "OpenApiDocument", params: PARAMS };

/// The document as text, written when somebody first asks for it: most servers are never asked.
#[derive(Clone, Default)]
pub(crate) struct Document(Arc<OnceLock<Bytes>>);

impl Document {
    fn text(&self, cx: &Context) -> Bytes {
        let write = || serde_json::to_vec(&assemble::openapi(&cx.api, cx.store.catalog())).unwrap_or_default().into();
        self.0.get_or_init(write).clone()
    }
}

/// JSON text is YAML 1.2 as well, so both forms are the same bytes under different names.
pub(super) fn document<'a>(cx: &'a Context, _row: Option<Record>, _body: Json) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(async move {
        let kind = kind(cx.request.params.get("format"), &cx.request.accept);
        let bytes = cx.service::<Document>()?.text(cx);
        Ok(Answer { status: 200, headers: vec![("cache-control", "public, max-age=86400".to_owned())], body: Body::Other(kind, bytes) })
    })
}

fn kind(format: Option<&str>, accept: &str) -> &'static str {
    let named = accept.split(',').map(|range| range.split(';').next().unwrap_or_default().trim());
    let mut known = named.filter_map(|range| KINDS.iter().copied().find(|kind| *kind == range));
    match format {
        Some("json") => "application/vnd.oai.openapi+json",
        Some(_) => "application/vnd.oai.openapi",
        None => known.next().unwrap_or("application/vnd.oai.openapi"),
    }
}

const KINDS: &[&str] = &["application/json", "application/vnd.oai.openapi+json", "application/yaml", "application/vnd.oai.openapi"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_is_yaml_unless_json_is_asked_for() {
        assert_eq!(kind(None, ""), "application/vnd.oai.openapi");
        assert_eq!(kind(None, "*/*"), "application/vnd.oai.openapi");
        assert_eq!(kind(Some("yaml"), "application/json"), "application/vnd.oai.openapi");
        assert_eq!(kind(Some("json"), ""), "application/vnd.oai.openapi+json");
        assert_eq!(kind(None, "text/html, application/json;q=0.9"), "application/json");
    }
}
