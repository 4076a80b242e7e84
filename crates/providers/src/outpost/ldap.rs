//! LDAP providers as outposts see them.

use serde_json::{Value as Json, json};
use vestibule_core::brands;
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Model as _, Record, Result, Value};

use super::{
    access,
    list::{self, Providers},
};
use crate::{LDAPProvider, provider::Assigned};

/// Permission to find everybody and not oneself alone.
const SEARCH: &str = "authentik_providers_ldap.search_full_directory";

/// `GET /outposts/ldap/`
pub(super) async fn list(cx: &Context) -> Result<Answer> {
    let providers = list::page(cx, LDAPProvider::RESOURCE, list::used()).await?;
    let brand = brands::of_host(&cx.store, &cx.request.host).await?;
    let common = brand.map_or(Value::Null, |brand| brand.get("flow_invalidation").clone());
    let shown = providers.each().map(|(row, of)| show(&providers, row, of, &common)).collect();
    Ok(providers.placed.answer(shown))
}

/// `common` is the brand's flow for logging out, where the provider names none.
fn show(providers: &Providers, row: &Record, of: &Assigned, common: &Value) -> Json {
    let unbind = providers.flow(row.get("invalidation_flow")).or_else(|| providers.flow(common));
    json!({
        "pk": row.key().to_json(),
        "name": row.text("name"),
        "base_dn": row.text("base_dn"),
        "bind_flow_slug": providers.flow(row.get("authorization_flow")),
        "unbind_flow_slug": unbind,
        "application_slug": of.either().map(|application| application.text("slug")),
        "certificate": row.get("certificate").to_json(),
        "tls_server_name": row.text("tls_server_name"),
        "uid_start_number": row.int("uid_start_number"),
        "gid_start_number": row.int("gid_start_number"),
        "search_mode": row.text("search_mode"),
        "bind_mode": row.text("bind_mode"),
        "mfa_support": row.flag("mfa_support"),
    })
}

/// `GET /outposts/ldap/{id}/check_access/`
pub(super) async fn check(cx: &Context) -> Result<Answer> {
    let provider = super::provider(cx, LDAPProvider::RESOURCE).await?;
    let verdict = access::verdict(cx, &provider).await?;
    let searches = cx.caller.superuser() || cx.may(SEARCH, &provider).await?;
    Ok(Answer::json(200, json!({ "has_search_permission": searches, "access": access::shown(cx, verdict) })))
}
