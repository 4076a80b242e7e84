//! What the caller of the API does not choose about an invitation.

use futures::future::BoxFuture;
use vestibule_core::tenant::Settings;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::Result;

/// Every invitation has an end and a maker.
pub(crate) struct InvitationHooks;

impl Hooks for InvitationHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if draft.creates() {
                draft.set("created_by", cx.caller.user());
            }
            if draft.get("expires").is_null() && !draft.invalid.has("expires") {
                let settings = Settings::load(&cx.store).await?;
                draft.set("expires", settings.token_expiry(cx.store.world().now()));
            }
            Ok(())
        })
    }
}
