//! Initial permissions: what a role gets on what its holders make.

mod config;
mod hooks;
mod witness;

pub use config::InitialPermissions;
pub(super) use hooks::InitialHooks;
pub(crate) use witness::witness;
