//! What all types of provider share.

use uuid::Uuid;
use vestibule_resource::{Computed, Links, View};
use vestibule_resource_derive::Resource;

/// A protocol by which an application asks who somebody is, or is told about people. The types of provider extend it.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_core.provider", path = "providers/all", key = "id", polymorphic, verbose = "provider", plural = "providers",
    search = [name, application__name]
)]
pub struct Provider {
    /// Number that names the provider for ever.
    #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
    pub id: i64,
    /// Name, unique among the providers of all types.
    #[field(unique = "plain")]
    pub name: String,
    /// Flow that visitors go through who are not logged in yet; the brand's when null.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub authentication_flow: Option<Uuid>,
    /// Flow that lets users into the application, e.g. one that asks for their consent.
    #[field(to = "authentik_flows.flow", on_delete = cascade)]
    pub authorization_flow: Option<Uuid>,
    /// Flow that users go through when they log out of the application.
    #[field(to = "authentik_flows.flow", on_delete = set_default)]
    pub invalidation_flow: Option<Uuid>,
    /// Mappings that decide what the application learns about users.
    #[field(
        links(to = "authentik_core.propertymapping", table = "provider_property_mappings", mine = "provider", theirs = "propertymapping"),
        blank
    )]
    pub property_mappings: Links,
    /// Web component of the form that edits this type of provider.
    pub component: Computed<String>,
    /// Name in the address of the application that uses the provider; null when there is none.
    #[field(nullable)]
    pub assigned_application_slug: Computed<String>,
    /// Name of the application that uses the provider; null when there is none.
    #[field(nullable)]
    pub assigned_application_name: Computed<String>,
    /// Name in the address of the application that the provider serves behind the scenes; null when there is none.
    #[field(nullable)]
    pub assigned_backchannel_application_slug: Computed<String>,
    /// Name of the application that the provider serves behind the scenes; null when there is none.
    #[field(nullable)]
    pub assigned_backchannel_application_name: Computed<String>,
    /// The type's name.
    pub verbose_name: Computed<String>,
    /// The type's name, for several.
    pub verbose_name_plural: Computed<String>,
    /// The type's model label.
    pub meta_model_name: Computed<String>,
    /// The application that the provider serves behind the scenes, beside the one that people open.
    #[field(internal, to = "authentik_core.application", on_delete = cascade)]
    pub backchannel_application: Option<Uuid>,
    /// Whether the type works behind the scenes: nobody logs in through it in a browser.
    #[field(internal, default = false)]
    pub is_backchannel: bool,
    /// The application that people open, which refers to the provider.
    #[field(internal, links(to = "authentik_core.application", table = "application", mine = "provider", theirs = "pbm_uuid"))]
    pub application: Links,
}

/// A provider of any type as other objects show it.
pub static PROVIDER: View = View {
    name: "Provider",
    fields: &[
        "id",
        "name",
        "authentication_flow",
        "authorization_flow",
        "invalidation_flow",
        "property_mappings",
        "component",
        "assigned_application_slug",
        "assigned_application_name",
        "assigned_backchannel_application_slug",
        "assigned_backchannel_application_name",
        "verbose_name",
        "verbose_name_plural",
        "meta_model_name",
    ],
};
