//! Providers as outposts see them: what they need to do their work, and whether a user may use an application.

mod access;
mod ldap;
mod list;
mod proxy;
mod radius;

use vestibule_engine::{Context, Need, Run, Schema, Standalone};
use vestibule_resource::{Error, Record, Resource, Result};

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

const LIST: &str = r##"[{"$ref":"#/components/parameters/QueryName"},{"$ref":"#/components/parameters/QueryPaginationOrdering"},
    {"$ref":"#/components/parameters/QueryPaginationPage"},{"$ref":"#/components/parameters/QueryPaginationPageSize"},
    {"$ref":"#/components/parameters/QuerySearch"}]"##;
const CHECK: &str = r#"[{"in":"query","name":"app_slug","schema":{"type":"string"}},
    {"in":"path","name":"id","schema":{"type":"integer"},"required":true}]"#;

/// What the API serves.
pub(crate) fn operations() -> Vec<Standalone> {
    vec![
        page_of("outposts/ldap", "outposts_ldap_list", "PaginatedLDAPOutpostConfigList", |cx, _, _| Box::pin(ldap::list(cx))),
        page_of("outposts/proxy", "outposts_proxy_list", "PaginatedProxyOutpostConfigList", |cx, _, _| Box::pin(proxy::list(cx))),
        page_of("outposts/radius", "outposts_radius_list", "PaginatedRadiusOutpostConfigList", |cx, _, _| Box::pin(radius::list(cx))),
        check_of("outposts/ldap/{id}/check_access", "outposts_ldap_access_check", "LDAPCheckAccess", |cx, _, _| Box::pin(ldap::check(cx))),
        check_of("outposts/radius/{id}/check_access", "outposts_radius_access_check", "RadiusCheckAccess", |cx, _, _| {
            Box::pin(radius::check(cx))
        }),
    ]
}

fn page_of(path: &'static str, id: &'static str, page: &'static str, run: Run) -> Standalone {
    operation(path, id, Schema { params: LIST, ..Schema::answers(page) }, run)
}

fn check_of(path: &'static str, id: &'static str, answer: &'static str, run: Run) -> Standalone {
    operation(path, id, Schema { params: CHECK, ..Schema::answers(answer) }, run)
}

/// Lists show what the caller may see of the providers, and access is checked for the caller alone; so a login is all that is needed.
fn operation(path: &'static str, id: &'static str, schema: Schema, run: Run) -> Standalone {
    Standalone { path, method: "GET", id, tag: "outposts", need: Need::Login, schema, negotiates: false, run }
}

/// The provider that the address names.
async fn provider(cx: &Context, resource: &'static Resource) -> Result<Record> {
    let key: i64 = cx.segment("id").parse().map_err(|_| Error::NotFound("Not found.".into()))?;
    cx.store.get(resource, key).await?.ok_or_else(|| Error::no_match(resource.name))
}
