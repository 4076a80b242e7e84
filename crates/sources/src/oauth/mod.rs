//! Identity providers that speak OAuth 2 or OpenID Connect.

mod config;
mod hooks;
mod vendor;

use serde_json::Value as Json;
use vestibule_engine::{Action, Answer, Endpoint, Need, Schema, Target};
use vestibule_resource::Model as _;

pub use config::{AuthorizationCodeAuthMethod, OAuthSource, PkceMethod};
pub(crate) use vendor::VENDORS;
pub use vendor::{Provider, Vendor, vendor};

use crate::source_type::{Connect, SourceType};

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

static ACTIONS: &[Action] = &[Action {
    path: "source_types",
    method: "GET",
    id: "sources_oauth_source_types_list",
    target: Target::Collection,
    need: Need::Login,
    schema: Schema { params: r##"[{"$ref":"#/components/parameters/QueryName"}]"##, ..Schema::answers("SourceType[]") },
    run: |cx, _, _| {
        Box::pin(async {
            let wanted = cx.request.params.get("name");
            let found = VENDORS.iter().filter(|vendor| wanted.is_none_or(|name| name == vendor.name));
            Ok(Answer::json(200, found.map(Vendor::shown).collect::<Vec<Json>>().into()))
        })
    },
}];

/// The type. Vendors have icons of their own.
pub(crate) const TYPE: SourceType = SourceType {
    resource: OAuthSource::RESOURCE,
    endpoints: || vec![endpoint()],
    icon: "openidconnect.svg",
    connect: Some(Connect {
        component: "ak-user-settings-source-oauth",
        start: |source| format!("/source/oauth/login/{}/", source.text("slug")),
    }),
};

fn endpoint() -> Endpoint {
    Endpoint::new(OAuthSource::RESOURCE)
        .hooks(&hooks::OAuthHooks)
        .actions(ACTIONS)
        .param(r#"{"in":"query","name":"has_jwks","schema":{"type":"boolean"}}"#)
        .param(r#"{"in":"query","name":"provider_type","schema":{"type":"string"}}"#)
}
