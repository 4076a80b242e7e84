//! Keys that people hold in the secure element of an Apple device.

use futures::future::BoxFuture;
use uuid::Uuid;
use vestibule_core::roles::grant::check_user;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Result, Value};
use vestibule_resource_derive::Resource;

/// A key in the secure element of an Apple device, with which its user proves who they are when they unlock the device.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "endpoints/agents/psso/ise", model = "authentik_endpoints_connectors_agent.appleindependentsecureenclave", key = "uuid",
    key_as = "uuid", verbose = "Apple Independent Secure Enclave", plural = "Apple Independent Secure Enclaves",
    display = "Apple secure element {apple_enclave_key_id}", order = "uuid", search = [user__username, apple_enclave_key_id],
    filter = [apple_enclave_key_id, user], owner = "user", unbounded
)]
pub struct AppleIndependentSecureEnclave {
    /// Identifier that names the key for ever. Who registers a key may choose it; afterwards it stays.
    #[field(default = uuid, unique = "plain")]
    pub uuid: Uuid,
    /// Whose key it is. Only superusers register keys for somebody else.
    #[field(to = "authentik_core.user", on_delete = cascade)]
    pub user: i64,
    /// The public key, in base64.
    pub apple_secure_enclave_key: String,
    /// Name under which the device knows the key.
    pub apple_enclave_key_id: String,
    /// What device it is in, as the device calls itself.
    pub device_type: String,
}

/// A key proves who somebody is, so nobody registers one for another person or gives theirs away.
pub(crate) struct EnclaveHooks;

impl Hooks for EnclaveHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let chosen = draft.sent("user").and_then(Value::as_int);
            let before = draft.before.as_ref().map(|row| row.int("user"));
            let own = chosen.is_none_or(|user| Some(user) == before.or(cx.caller.user()));
            if own { Ok(()) } else { check_user(cx, draft, "user").await }
        })
    }
}
