//! Blueprints: descriptions of objects in files, from which the objects can be made.
//!
//! Instances are written down and checked here; applying one needs an engine that this server does not have yet.

mod actions;
mod config;
mod document;
mod folder;
mod hooks;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

pub use config::BlueprintInstance;
pub use folder::BlueprintFolder;

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(BlueprintInstance::RESOURCE).hooks(&hooks::BlueprintHooks).actions(actions::ACTIONS)
}
