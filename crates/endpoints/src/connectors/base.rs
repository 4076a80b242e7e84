//! What all connectors share.

use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

/// A source of knowledge about devices. The types of connector extend it.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_endpoints.connector", path = "endpoints/connectors", key = "connector_uuid", key_as = "connector_uuid",
    polymorphic, verbose = "connector", plural = "connectors", order = "name", search = [name]
)]
pub struct Connector {
    /// Identifier that names the connector for ever. Who makes a connector may choose it; afterwards it stays.
    #[field(default = uuid, unique = "plain")]
    pub connector_uuid: Uuid,
    /// Name, as administrators read it; several may have the same.
    pub name: String,
    /// Whether devices are told about through this connector. One that is switched off keeps what it knows, and takes nothing new.
    #[field(default = true)]
    pub enabled: bool,
    /// Web component of the form that edits this type of connector.
    pub component: Computed<String>,
    /// The type's name.
    pub verbose_name: Computed<String>,
    /// The type's name, for several.
    pub verbose_name_plural: Computed<String>,
    /// The type's model label.
    pub meta_model_name: Computed<String>,
}
