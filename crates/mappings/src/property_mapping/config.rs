//! What a property mapping of any type is.

use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

/// An expression that makes attributes for one system out of what another knows. The types of mapping extend it.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_core.propertymapping", path = "propertymappings/all", key = "pm_uuid", polymorphic,
    verbose = "Property Mapping", plural = "Property Mappings", order = "name", search = [name], display = "Property Mapping {name}",
    filter = ["managed: managed in", managed__isnull, name]
)]
pub struct PropertyMapping {
    /// Identifier that names the mapping for ever.
    #[field(read_only, default = uuid)]
    pub pm_uuid: Uuid,
    /// What this system itself calls the mapping, when it looks after it: it may then be overwritten with the next release. Null for
    /// those that administrators made.
    #[field(unique = "plain")]
    pub managed: Option<String>,
    /// Name, unique among the mappings of all types. Mappings run in the order of their names.
    #[field(unique = "plain")]
    pub name: String,
    /// Body of a Python function, kept exactly as sent. What it returns are the attributes; what it may look at depends on the type.
    #[field(verbatim)]
    pub expression: String,
    /// Web component of the form that edits this type of mapping.
    pub component: Computed<String>,
    /// The type's name.
    pub verbose_name: Computed<String>,
    /// The type's name, for several.
    pub verbose_name_plural: Computed<String>,
    /// The type's model label.
    pub meta_model_name: Computed<String>,
}
