//! Whom the settings of the stage give what.

use futures::future::BoxFuture;
use vestibule_core::roles::grant::check_group;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::Result;

/// Whoever goes through the stage joins its group, so whoever sets it up must hold all that the group gives.
pub(super) struct UserWriteHooks;

impl Hooks for UserWriteHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(check_group(cx, draft, "create_users_group"))
    }
}
