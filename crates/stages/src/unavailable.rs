//! Stage types that can be set up and put into flows, but not yet be passed.

use vestibule_flow::{StageKind, Step};
use vestibule_resource::Resource;

/// What a visitor reads.
const SENTENCE: &str = "This step cannot be carried out on this server yet.";

/// A stage type whose work this server cannot do yet. Whoever reaches it is turned away, whatever they answer: nobody passes a
/// check that was not made.
pub(crate) const fn unavailable(resource: &'static Resource) -> StageKind {
    StageKind {
        resource,
        component: "",
        setting: None,
        given_up: None,
        enter: |_, _| Box::pin(async { Ok(Step::Deny(SENTENCE.to_owned())) }),
        answer: |_, _, _| Box::pin(async { Ok(Step::Deny(SENTENCE.to_owned())) }),
    }
}
