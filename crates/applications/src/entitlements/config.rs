//! What an entitlement is.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource_derive::Resource;

/// Something that an application offers to some of its users: those who are bound to it, or whose groups are.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_core.applicationentitlement", table = "application_entitlement", path = "core/application_entitlements",
    extends = PolicyBindingModel, without = [policy_engine_mode], key_as = "pbm_uuid", verbose = "Application Entitlement",
    plural = "Application Entitlements", display = "Application Entitlement {name}", order = "name",
    search = [pbm_uuid, name, app, attributes], filter = [app, name, pbm_uuid], unique = [["app", "name"]]
)]
pub struct ApplicationEntitlement {
    /// Name, as the application knows it; it has no two of the same.
    pub name: String,
    /// The application that offers it.
    #[field(to = "authentik_core.application", on_delete = cascade)]
    pub app: Uuid,
    /// Values of the organisation's own, by name; who has the entitlement inherits them.
    pub attributes: Map<String, Json>,
}
