//! SAML identity providers.

mod choices;
mod config;
mod hooks;

use vestibule_engine::{Action, Endpoint, Need, Schema, Target};
use vestibule_resource::{Error, Model as _};

pub use choices::BindingType;
pub use config::SAMLSource;

use crate::source_type::{Connect, SourceType};

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

static ACTIONS: &[Action] = &[Action {
    path: "metadata",
    method: "GET",
    id: "sources_saml_metadata_retrieve",
    target: Target::Object,
    need: Need::View,
    schema: Schema::answers("SAMLMetadata"),
    run: |_, _, _| Box::pin(async { Err(Error::not_possible("Metadata cannot be made yet.")) }),
}];

/// The type.
pub(crate) const TYPE: SourceType = SourceType {
    resource: SAMLSource::RESOURCE,
    endpoints: || vec![Endpoint::new(SAMLSource::RESOURCE).hooks(&hooks::SamlHooks).actions(ACTIONS)],
    icon: "saml.png",
    connect: Some(Connect { component: "ak-user-settings-source-saml", start: |source| format!("/source/saml/{}/", source.text("slug")) }),
};
