//! What all connections share.

use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

/// A place where outposts can be run. The types of connection extend it.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_outposts.outpostserviceconnection",
    path = "outposts/service_connections/all",
    key = "uuid",
    polymorphic,
    verbose = "Outpost Service-Connection",
    plural = "Outpost Service-Connections",
    order = "name",
    search = [name],
    filter = [name],
    display = "Outpost service connection {name}"
)]
pub struct ServiceConnection {
    /// Identifier that names the connection for ever.
    #[field(read_only, default = uuid)]
    pub uuid: Uuid,
    /// Name, unique among the connections of all types.
    #[field(unique = "plain")]
    pub name: String,
    /// The place is the one where this server itself runs, so that nothing else is needed to reach it.
    #[field(default = false)]
    pub local: bool,
    /// Web component of the form that edits this type of connection.
    pub component: Computed<String>,
    /// The type's name.
    pub verbose_name: Computed<String>,
    /// The type's name, for several.
    pub verbose_name_plural: Computed<String>,
    /// The type's model label.
    pub meta_model_name: Computed<String>,
}
