//! What is irregular about devices, whatever their type.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::Result;

/// Nobody can set up somebody else's device: it would prove nothing, or lock them out.
pub(super) struct DeviceHooks;

impl Hooks for DeviceHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if draft.creates() && draft.invalid.is_empty() {
                draft.invalid.add("non_field_errors", "A device comes about when its user goes through the flow that sets it up.");
            }
            Ok(())
        })
    }
}
