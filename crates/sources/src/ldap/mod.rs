//! LDAP directories.

mod config;
mod hooks;

use vestibule_engine::{Action, Endpoint, Need, Schema, Target};
use vestibule_resource::{Error, Model as _};

pub use config::LDAPSource;

use crate::{source_type::SourceType, sync};

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

static ACTIONS: &[Action] = &[
    sync::status("sources_ldap_sync_status_retrieve"),
    Action {
        path: "debug",
        method: "GET",
        id: "sources_ldap_debug_retrieve",
        target: Target::Object,
        need: Need::View,
        schema: Schema::answers("LDAPDebug"),
        run: |_, _, _| Box::pin(async { Err(Error::not_possible("Directories cannot be read yet.")) }),
    },
];

/// The type. Who is in a directory is not up to its people, so they do not connect by themselves.
pub(crate) const TYPE: SourceType = SourceType {
    resource: LDAPSource::RESOURCE,
    endpoints: || vec![Endpoint::new(LDAPSource::RESOURCE).hooks(&hooks::LdapHooks).actions(ACTIONS)],
    icon: "ldap.png",
    connect: None,
};
