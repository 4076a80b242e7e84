//! First help for the people of a tenant: an administrator, and a way in.

use serde_json::Value as Json;
use vestibule_core::Body;
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_resource::{Error, Result};

/// Both need what it takes to make tenants.
pub(super) static ACTIONS: &[Action] = &[
    Action {
        path: "create_admin_group",
        method: "POST",
        id: "tenants_tenants_create_admin_group_create",
        target: Target::Object,
        need: Need::Add,
        schema: Schema::takes("TenantAdminGroupRequestRequest"),
        run: |cx, _, body| Box::pin(create_admin_group(cx, body)),
    },
    Action {
        path: "create_recovery_key",
        method: "POST",
        id: "tenants_tenants_create_recovery_key_create",
        target: Target::Object,
        need: Need::Add,
        schema: Schema { request: "TenantRecoveryKeyRequestRequest", ..Schema::answers("TenantRecoveryKeyResponse") },
        run: |cx, _, body| Box::pin(create_recovery_key(cx, body)),
    },
];

async fn create_admin_group(_cx: &Context, body: Json) -> Result<Answer> {
    let mut body = Body::new(body)?;
    body.text("user", None);
    body.check()?;
    Err(nobody())
}

async fn create_recovery_key(_cx: &Context, body: Json) -> Result<Answer> {
    let mut body = Body::new(body)?;
    body.text("user", None);
    body.int("duration_days");
    body.check()?;
    Err(nobody())
}

/// Tenants have no people as long as nothing serves them.
fn nobody() -> Error {
    Error::not_possible("This server does not serve tenants, so the tenant has no users.")
}
