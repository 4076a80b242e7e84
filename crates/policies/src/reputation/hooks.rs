//! What is irregular about reputation policies.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::Result;

/// Something must be looked at.
pub(crate) struct ReputationHooks;

impl Hooks for ReputationHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            // A new policy looks at both unless it says otherwise.
            let looks = |name: &str| draft.get(name).as_bool().unwrap_or(true);
            let either = looks("check_ip") || looks("check_username");
            if draft.invalid.is_empty() && !either {
                draft.invalid.add("non_field_errors", "Either IP or Username must be checked");
            }
            Ok(())
        })
    }
}
