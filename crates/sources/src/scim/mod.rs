//! Systems that write their users and groups here through SCIM.

mod account;
mod config;
mod group;
mod hooks;
mod resource_hooks;
mod user;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

pub(crate) use account::retire;
pub use config::SCIMSource;
pub use group::SCIMSourceGroup;
pub use user::SCIMSourceUser;

use crate::source_type::SourceType;

/// The type. Who is written here is not up to people, so they do not connect by themselves.
pub(crate) const TYPE: SourceType = SourceType {
    resource: SCIMSource::RESOURCE,
    endpoints: || {
        vec![
            Endpoint::new(SCIMSource::RESOURCE).hooks(&hooks::ScimHooks),
            Endpoint::new(SCIMSourceUser::RESOURCE).hooks(&resource_hooks::USER),
            Endpoint::new(SCIMSourceGroup::RESOURCE).hooks(&resource_hooks::GROUP),
        ]
    },
    icon: "scim.png",
    connect: None,
};
