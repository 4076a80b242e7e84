//! Google Workspace, which is told about users and groups.

mod config;
mod links;

use vestibule_engine::{Action, Endpoint};
use vestibule_resource::Model as _;

use crate::sync;

pub use config::GoogleWorkspaceProvider;
pub use links::{GoogleWorkspaceProviderGroup, GoogleWorkspaceProviderUser};

static ACTIONS: &[Action] =
    &[sync::object("providers_google_workspace_sync_object_create"), sync::status("providers_google_workspace_sync_status_retrieve")];

/// What the API serves.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(GoogleWorkspaceProvider::RESOURCE).actions(ACTIONS),
        sync::links(GoogleWorkspaceProviderUser::RESOURCE),
        sync::links(GoogleWorkspaceProviderGroup::RESOURCE),
    ]
}
