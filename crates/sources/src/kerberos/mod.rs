//! Kerberos realms.

mod config;

use vestibule_engine::{Action, Endpoint};
use vestibule_resource::Model as _;

pub use config::{KadminType, KerberosSource};

use crate::{
    source_type::{Connect, SourceType},
    sync,
};

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

static ACTIONS: &[Action] = &[sync::status("sources_kerberos_sync_status_retrieve")];

/// The type.
pub(crate) const TYPE: SourceType = SourceType {
    resource: KerberosSource::RESOURCE,
    endpoints: || vec![Endpoint::new(KerberosSource::RESOURCE).actions(ACTIONS)],
    icon: "kerberos.png",
    connect: Some(Connect {
        component: "ak-user-settings-source-kerberos",
        start: |source| format!("/source/kerberos/{}/", source.text("slug")),
    }),
};
