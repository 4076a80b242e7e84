//! Proxy providers as outposts see them.

use serde_json::{Map, Value as Json};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Model as _, Record, Result};
use vestibule_secret::duration;

use super::list;
use crate::{ProxyProvider, oauth2::Urls, proxy::scopes_of};

/// Columns that are shown as they are.
const SAME: &[&str] = &[
    "name",
    "internal_host",
    "external_host",
    "internal_host_ssl_validation",
    "client_id",
    "client_secret",
    "cookie_secret",
    "certificate",
    "skip_path_regex",
    "basic_auth_enabled",
    "basic_auth_password_attribute",
    "basic_auth_user_attribute",
    "mode",
    "cookie_domain",
    "intercept_header_auth",
];

/// `GET /outposts/proxy/`
pub(super) async fn list(cx: &Context) -> Result<Answer> {
    let providers = list::page(cx, ProxyProvider::RESOURCE, list::opened()).await?;
    let scopes = scopes_of(cx, &providers.rows).await?;
    let shown = providers.each().zip(scopes).map(|((row, of), scopes)| {
        let application = of.application.as_deref();
        let text = |name: &str| application.map(|application| application.text(name).to_owned()).unwrap_or_default();
        Json::Object(show(cx, row, &text("slug"), &text("name"), scopes))
    });
    let shown = shown.collect();
    Ok(providers.placed.answer(shown))
}

fn show(cx: &Context, row: &Record, slug: &str, name: &str, scopes: Vec<String>) -> Map<String, Json> {
    let mut object: Map<String, Json> = SAME.iter().map(|column| ((*column).to_owned(), row.get(column).to_json())).collect();
    let seconds = duration::parse(row.text("access_token_validity")).ok().map(|length| length.as_secs_f64());
    let further: [(&str, Json); 6] = [
        ("pk", row.key().to_json()),
        ("oidc_configuration", Urls::new(cx, slug.to_owned()).configuration(row)),
        ("access_token_validity", seconds.into()),
        ("scopes_to_request", scopes.into()),
        ("assigned_application_slug", slug.into()),
        ("assigned_application_name", name.into()),
    ];
    object.extend(further.map(|(name, value)| (name.to_owned(), value)));
    object
}
