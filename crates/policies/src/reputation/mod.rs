//! A policy that looks at how somebody behaved lately.

mod config;
mod hooks;
mod verdict;

pub use config::ReputationPolicy;
pub(crate) use hooks::ReputationHooks;
pub(crate) use verdict::passes;
