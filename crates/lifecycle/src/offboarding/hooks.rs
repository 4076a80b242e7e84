//! Who may let whom leave.

use futures::future::BoxFuture;
use vestibule_core::users;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Result, Value, Word as _};

use super::OffboardingAction;

/// Nobody does to a user at a later time what they could not do to them now.
pub(super) struct OffboardingHooks;

impl Hooks for OffboardingHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            draft.set("created_by", cx.caller.user());
            let needed = match draft.get("action").as_str().and_then(OffboardingAction::from_word) {
                Some(OffboardingAction::Delete) => "authentik_core.delete_user",
                Some(OffboardingAction::Deactivate) | None => "authentik_core.change_user",
            };
            if !cx.holds(needed) {
                draft.invalid.add("action", "You may not do this to users.");
            }
            let user = draft.sent("user").and_then(Value::as_int);
            if let (Some(user), false) = (user, cx.caller.superuser())
                && users::is_superuser(&cx.store, user).await?
            {
                draft.invalid.add("user", "Only superusers let superusers leave.");
            }
            Ok(())
        })
    }
}
