//! What the caller need not choose about a RADIUS provider.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::Result;

/// Length of a secret that nobody chose.
const SECRET_LENGTH: usize = 40;

/// A provider has a secret from the beginning.
pub(super) struct RadiusHooks;

impl Hooks for RadiusHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if draft.creates() && draft.sent("shared_secret").is_none() {
                draft.set("shared_secret", cx.store.world().key(SECRET_LENGTH));
            }
            Ok(())
        })
    }
}
