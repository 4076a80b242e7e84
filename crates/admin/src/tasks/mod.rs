//! Work that goes on beside requests: what was done, what is due, and who does it.

mod crontab;
mod model_type;
mod schedule;
mod status;
mod task;

use vestibule_engine::{Endpoint, Standalone};

pub use schedule::Schedule;
pub use task::Task;

/// What the API serves of resources.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    vec![task::endpoint(), schedule::endpoint()]
}

/// What it serves beside them.
pub(crate) static OPERATIONS: &[Standalone] = &[status::WORKERS];
