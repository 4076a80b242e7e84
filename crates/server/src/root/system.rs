//! What an administrator looks at when something is odd.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json, json};
use vestibule_core::brands;
use vestibule_engine::{Answer, Context, Request};
use vestibule_resource::{Record, Result, Value};

use super::RELEASE;

pub(super) fn system<'a>(cx: &'a Context, _row: Option<Record>, _body: Json) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(async move {
        let brand = brands::of_host(&cx.store, &cx.request.host).await?;
        Ok(Answer::json(
            200,
            json!({
                "http_headers": headers(&cx.request),
                "http_host": cx.request.host,
                "http_is_secure": cx.request.scheme == "https",
                "runtime": runtime(),
                "brand": brand.map_or_else(|| brands::FALLBACK_DOMAIN.to_owned(), |brand| brand.display()),
                "server_time": Value::from(cx.store.world().now()).to_json(),
                "embedded_outpost_disabled": true,
                "embedded_outpost_host": "",
                "base_url": format!("{}/", cx.origin()),
            }),
        ))
    })
}

/// The request's headers as far as the server looks at them; what opens doors is left out.
fn headers(request: &Request) -> Map<String, Json> {
    let known = [
        ("Host", &request.host),
        ("User-Agent", &request.user_agent),
        ("Accept", &request.accept),
        ("Accept-Language", &request.language),
        ("Content-Type", &request.content_type),
    ];
    known.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name.to_owned(), Json::from(value.as_str()))).collect()
}

/// The contract asks for a Python and an OpenSSL, neither of which is here.
fn runtime() -> Json {
    json!({
        "python_version": "",
        "environment": "",
        "architecture": std::env::consts::ARCH,
        "platform": std::env::consts::OS,
        "uname": format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        "openssl_version": "",
        "openssl_fips_enabled": null,
        "authentik_version": RELEASE,
    })
}
