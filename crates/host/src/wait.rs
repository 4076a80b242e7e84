//! Waiting for the database in the middle of an evaluation.

use std::future::Future;

use tokio::runtime::{Handle, RuntimeFlavor};
use vestibule_expression::{Limit, Result, Stop};

/// Waits in place: the runtime moves its other work to other threads meanwhile.
///
/// # Errors
/// `Limit::Host` where there is no runtime of several threads.
pub(crate) fn wait<T>(work: impl Future<Output = T>) -> Result<T> {
    match Handle::try_current() {
        Ok(runtime) if runtime.runtime_flavor() == RuntimeFlavor::MultiThread => Ok(tokio::task::block_in_place(|| runtime.block_on(work))),
        _ => {
            tracing::error!("an expression asked the server outside of a runtime of several threads");
            Err(Stop::Limit(Limit::Host))
        }
    }
}

/// The same for work of ours.
///
/// # Errors
/// As [`broken`] says.
pub fn wait_for<T>(work: impl Future<Output = vestibule_resource::Result<T>>) -> Result<T> {
    wait(work)?.map_err(broken)
}

/// What an error of ours means for the program: what a person caused is an exception, all else ends the evaluation.
pub(crate) fn broken(error: vestibule_resource::Error) -> Stop {
    match error {
        vestibule_resource::Error::Internal(text) => {
            tracing::error!(error = text, "the server could not answer an expression");
            Stop::Limit(Limit::Host)
        }
        other => Stop::value_error(other.to_string()),
    }
}
