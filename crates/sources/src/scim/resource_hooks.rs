//! What is irregular about users and groups as a SCIM client knows them.

use futures::future::BoxFuture;
use vestibule_core::roles::grant;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Result, Value};

/// The identifier is made once; superusers are not put into a client's hands by others.
pub(super) struct ResourceHooks {
    group: bool,
}

/// For users.
pub(super) static USER: ResourceHooks = ResourceHooks { group: false };
/// For groups.
pub(super) static GROUP: ResourceHooks = ResourceHooks { group: true };

impl Hooks for ResourceHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            identify(cx, draft);
            if self.group { grant::check_group(cx, draft, "group").await } else { grant::check_user(cx, draft, "user").await }
        })
    }
}

fn identify(cx: &Context, draft: &mut Draft) {
    match &draft.before {
        Some(row) if draft.sent("id").is_some_and(|id| id != row.key()) => draft.invalid.add("id", "This field cannot be changed."),
        Some(_) => draft.values.retain(|(name, _)| *name != "id"),
        None if draft.sent("id").is_none() => draft.set("id", Value::from(cx.store.world().uuid().to_string())),
        None => {}
    }
}
