//! Microsoft Entra, which is told about users and groups.

mod config;
mod links;

use vestibule_engine::{Action, Endpoint};
use vestibule_resource::Model as _;

use crate::sync;

pub use config::MicrosoftEntraProvider;
pub use links::{MicrosoftEntraProviderGroup, MicrosoftEntraProviderUser};

static ACTIONS: &[Action] =
    &[sync::object("providers_microsoft_entra_sync_object_create"), sync::status("providers_microsoft_entra_sync_status_retrieve")];

/// What the API serves.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(MicrosoftEntraProvider::RESOURCE).actions(ACTIONS),
        sync::links(MicrosoftEntraProviderUser::RESOURCE),
        sync::links(MicrosoftEntraProviderGroup::RESOURCE),
    ]
}
