//! Plex.

mod config;
mod hooks;
mod redeem;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

pub use config::PlexSource;

use crate::source_type::{Connect, SourceType};

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

/// The type. Browsers ask Plex by themselves, as the client that the source names.
pub(crate) const TYPE: SourceType = SourceType {
    resource: PlexSource::RESOURCE,
    endpoints: || vec![Endpoint::new(PlexSource::RESOURCE).hooks(&hooks::PlexHooks).actions(redeem::ACTIONS)],
    icon: "plex.svg",
    connect: Some(Connect { component: "ak-user-settings-source-plex", start: |source| source.text("client_id").to_owned() }),
};
