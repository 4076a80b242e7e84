//! What a Plex source makes up by itself.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::Result;

/// Characters of a client's name.
const LENGTH: usize = 40;

/// Every source is a client of its own.
pub(super) struct PlexHooks;

impl Hooks for PlexHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if draft.creates() && draft.sent("client_id").is_none() && !draft.invalid.has("client_id") {
                draft.set("client_id", cx.store.world().key(LENGTH));
            }
            Ok(())
        })
    }
}
