//! What nobody chooses about an enrolment token: its secret, and that it ends some day when it is to end.

use futures::future::BoxFuture;
use vestibule_core::tenant::Settings;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::Result;
use vestibule_secret::sha256_hex;

/// Makes the secret and the end.
pub(super) struct TokenHooks;

impl Hooks for TokenHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let settings = Settings::load(&cx.store).await?;
            if draft.creates() {
                let key = cx.store.world().key(settings.token_length());
                draft.set("key_hash", sha256_hex(&key));
                draft.set("key", key);
            }
            let expiring = draft.get("expiring").as_bool().unwrap_or(true);
            if expiring && draft.get("expires").is_null() && !draft.invalid.has("expires") {
                draft.set("expires", settings.token_expiry(cx.store.world().now()));
            }
            Ok(())
        })
    }
}
