//! Lifecycle: objects are reviewed from time to time, and users leave when their time has come.

mod iterations;
mod object;
mod offboarding;
mod rules;

use vestibule_engine::Area;

pub use iterations::{LifecycleIteration, Review, State};
pub use offboarding::{OffboardingAction, OffboardingStatus, UserOffboarding, sweep};
pub use rules::{ContentType, LifecycleRule};

/// What the API serves of this area.
pub fn area() -> Area {
    let mut endpoints = vec![rules::endpoint(), offboarding::endpoint()];
    endpoints.extend(iterations::endpoints());
    Area { endpoints, standalone: iterations::standalone(), schemas: &[include_str!("schemas.json")] }
}
