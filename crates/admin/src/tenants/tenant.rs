//! What a tenant is.

use futures::future::BoxFuture;
use uuid::Uuid;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Result, Value};
use vestibule_resource_derive::Resource;

/// Names that a database keeps for itself.
const RESERVED: &[&str] = &["public", "information_schema", "template"];

/// A server within the server, with people and settings of its own.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_tenants.tenant", table = "tenant", path = "tenants/tenants", key = "tenant_uuid", key_as = "tenant_uuid",
    verbose = "Tenant", plural = "Tenants", display = "Tenant {name}", order = "name", search = [name, schema_name]
)]
pub struct Tenant {
    /// Identifier that names the tenant for ever.
    #[field(read_only, default = uuid)]
    pub tenant_uuid: Uuid,
    /// Name of the place in the database where what belongs to it is kept: lower-case letters, digits and underscores, at most 63,
    /// a letter first. It never changes.
    #[field(unique, max = 63)]
    pub schema_name: String,
    /// Name, as people read it.
    pub name: String,
    /// Whether it may be used.
    #[field(default = false)]
    pub ready: bool,
}

/// A tenant keeps its place in the database.
pub(super) struct TenantHooks;

impl Hooks for TenantHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let Some(name) = draft.sent("schema_name").and_then(Value::as_str).map(str::to_owned) else { return Ok(()) };
            if draft.before.as_ref().is_some_and(|row| row.text("schema_name") != name) {
                draft.invalid.add("schema_name", "The schema name of a tenant cannot be changed.");
            } else if !is_free(&name) {
                draft.invalid.add("schema_name", "Invalid string used for the schema name.");
            }
            Ok(())
        })
    }
}

/// Whether a database can call a place so, and has no place of that name by itself.
fn is_free(name: &str) -> bool {
    let letters = name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
    letters && name.starts_with(|first: char| first.is_ascii_lowercase()) && !name.starts_with("pg_") && !RESERVED.contains(&name)
}
