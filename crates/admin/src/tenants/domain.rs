//! What a domain of a tenant is.

use futures::future::BoxFuture;
use uuid::Uuid;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Pattern, Result, Value};
use vestibule_resource_derive::Resource;

/// Names of hosts (RFC 1123), or addresses.
static HOST: Pattern = Pattern { regex: r"^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$", message: "Enter a valid domain name." };

/// A domain under which a tenant is reached.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_tenants.domain", table = "tenant_domain", path = "tenants/domains", key = "id", key_as = "id", verbose = "Domain",
    plural = "Domains", display = "Domain {domain}", order = "domain", search = [domain, tenant__name, tenant__schema_name]
)]
pub struct Domain {
    /// Number that names the domain for ever.
    #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
    pub id: i64,
    /// The domain, in lower case; no two tenants have the same.
    #[field(unique, max = 253, pattern = HOST)]
    pub domain: String,
    /// Whether links to the tenant use it.
    #[field(default = true)]
    pub is_primary: bool,
    /// The tenant.
    #[field(to = "authentik_tenants.tenant", on_delete = cascade)]
    pub tenant: Uuid,
}

/// Domains are the same in any case.
pub(super) struct DomainHooks;

impl Hooks for DomainHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if let Some(domain) = draft.sent("domain").and_then(Value::as_str).map(str::to_lowercase) {
                draft.set("domain", domain);
            }
            Ok(())
        })
    }
}
