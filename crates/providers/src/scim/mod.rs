//! Applications that are told about users and groups by SCIM.

mod config;
mod links;

use vestibule_engine::{Action, Endpoint};
use vestibule_resource::Model as _;

use crate::sync;

pub use config::{AuthenticationMode, CompatibilityMode, SCIMProvider};
pub use links::{SCIMProviderGroup, SCIMProviderUser};

static ACTIONS: &[Action] = &[sync::object("providers_scim_sync_object_create"), sync::status("providers_scim_sync_status_retrieve")];

/// What the API serves.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(SCIMProvider::RESOURCE).actions(ACTIONS),
        sync::links(SCIMProviderUser::RESOURCE),
        sync::links(SCIMProviderGroup::RESOURCE),
    ]
}
