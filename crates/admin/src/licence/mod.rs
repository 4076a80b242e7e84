//! Licences. Everything in this server is free for everybody, so it always says that it is licensed; keys that people have can be
//! kept here, and nothing depends on them.

mod claims;
mod summary;

use futures::future::BoxFuture;
use jiff::Timestamp;
use uuid::Uuid;
use vestibule_engine::{Action, Context, Draft, Endpoint, Hooks, Need, Schema, Target};
use vestibule_resource::{Model as _, Result, Value};
use vestibule_resource_derive::Resource;

use claims::Claims;

/// A key that somebody bought for the contract's server, with what it says.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_enterprise.license", table = "license", path = "enterprise/license", key = "license_uuid",
    key_as = "license_uuid", verbose = "License", plural = "Licenses", display = "License {name}", order = "name", search = [name],
    filter = [name]
)]
pub struct License {
    /// Identifier that names the licence for ever.
    #[field(read_only, default = uuid)]
    pub license_uuid: Uuid,
    /// Whom it was given to, as the key says.
    #[field(read_only, blank)]
    pub name: String,
    /// The key: a signed token (RFC 7519). What it says is read, but its signature is not checked, as it opens nothing.
    #[field(unique = "plain")]
    pub key: String,
    /// When it ends, as the key says.
    #[field(read_only, default = now)]
    pub expiry: Timestamp,
    /// How many people of the organisation it is for, as the key says.
    #[field(read_only, default = 0, min = i64::MIN, max = i64::MAX)]
    pub internal_users: i64,
    /// How many people from outside it is for, as the key says.
    #[field(read_only, default = 0, min = i64::MIN, max = i64::MAX)]
    pub external_users: i64,
}

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(License::RESOURCE).hooks(&LicenseHooks).actions(ACTIONS)
}

static ACTIONS: &[Action] = &[
    action("forecast", "enterprise_license_forecast_retrieve", Need::View, Schema::answers("LicenseForecast"), |cx, _, _| {
        Box::pin(summary::forecast(cx))
    }),
    action("install_id", "enterprise_license_install_id_retrieve", Need::View, Schema::answers("InstallID"), |cx, _, _| {
        Box::pin(async move { summary::install_id(cx) })
    }),
    action(
        "summary",
        "enterprise_license_summary_retrieve",
        Need::Login,
        Schema {
            params: r#"[{"in": "query", "name": "cached", "schema": {"type": "boolean", "default": true}}]"#,
            ..Schema::answers("LicenseSummary")
        },
        |_, _, _| Box::pin(async { Ok(summary::summary()) }),
    ),
];

const fn action(path: &'static str, id: &'static str, need: Need, schema: Schema, run: vestibule_engine::Run) -> Action {
    Action { path, method: "GET", id, target: Target::Collection, need, schema, run }
}

/// What a licence says is read from its key.
struct LicenseHooks;

impl Hooks for LicenseHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            match draft.sent("key").and_then(Value::as_str).map(Claims::read) {
                None => {}
                Some(None) => draft.invalid.add("key", "Unable to verify license"),
                Some(Some(claims)) => {
                    draft.set("name", claims.name);
                    draft.set("expiry", claims.expiry);
                    draft.set("internal_users", claims.internal_users);
                    draft.set("external_users", claims.external_users);
                }
            }
            Ok(())
        })
    }
}
