//! What is irregular about OAuth 2.0 providers.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::Result;

use super::redirect_uri;

/// Length of a name and of a secret that nobody chose.
const ID_LENGTH: usize = 40;
const SECRET_LENGTH: usize = 128;

/// A provider has a name and a secret from the beginning, and addresses that mean something.
pub(super) struct OAuth2Hooks;

impl Hooks for OAuth2Hooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if draft.creates() {
                for (name, length) in [("client_id", ID_LENGTH), ("client_secret", SECRET_LENGTH)] {
                    if draft.sent(name).is_none() {
                        draft.set(name, cx.store.world().key(length));
                    }
                }
            }
            redirect_uri::check(draft);
            Ok(())
        })
    }
}
