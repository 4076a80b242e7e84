//! What a domain of a tenant is.

use futures::future::BoxFuture;
use uuid::Uuid;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Result, Value};
use vestibule_resource_derive::Resource;

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
    #[field(unique, max = 253)]
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
            let Some(domain) = draft.sent("domain").and_then(Value::as_str).map(str::to_lowercase) else { return Ok(()) };
            if is_host(&domain) {
                draft.set("domain", domain);
            } else {
                draft.invalid.add("domain", "Enter a valid domain name.");
            }
            Ok(())
        })
    }
}

/// Whether it is the name of a host (RFC 1123), or an address.
fn is_host(text: &str) -> bool {
    let word = |word: &str| !word.is_empty() && !word.starts_with('-') && !word.ends_with('-');
    let letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    text.parse::<std::net::IpAddr>().is_ok() || text.split('.').all(|part| word(part) && part.chars().all(letter))
}
