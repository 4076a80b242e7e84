//! Offboarding: users leave at a time that is set in advance.

mod config;
mod hooks;
mod sweep;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

pub use config::{OffboardingAction, OffboardingStatus, UserOffboarding};
pub use sweep::sweep;

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(UserOffboarding::RESOURCE)
        .operations(Operations::READ.with(Operations::CREATE).with(Operations::DESTROY))
        .hooks(&hooks::OffboardingHooks)
}
