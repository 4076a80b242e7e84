//! What a source of any type is.

use uuid::Uuid;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource::{Computed, Links};
use vestibule_resource_derive::Resource;

use crate::UserMatchingMode;

/// Another system whose people log in here. The types of source extend it; policies that are bound to it decide who may.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PolicyBindingModel, model = "authentik_core.source", path = "sources/all", lookup = "slug", polymorphic,
    verbose = "source", plural = "sources", display = "{name}", order = "name", search = [slug, name],
    filter = [managed, name, pbm_uuid, slug]
)]
pub struct Source {
    /// Name, as people read it.
    pub name: String,
    /// Name in addresses, which no other source has: letters, digits, hyphens and underscores.
    #[field(unique = "plain", pattern = slug)]
    pub slug: String,
    /// Whether anybody gets in through it, and whether it is synchronised.
    #[field(default = true)]
    pub enabled: bool,
    /// Shown large, before all others, where people choose how to log in.
    #[field(default = false)]
    pub promoted: bool,
    /// Flow that people who are known already go through; nobody of them gets in when null.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub authentication_flow: Option<Uuid>,
    /// Flow that people who are new go through; nobody is enrolled when null.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub enrollment_flow: Option<Uuid>,
    /// Mappings that make the attributes of users, in the order of their names.
    #[field(
        links(to = "authentik_core.propertymapping", table = "source_user_property_mappings", mine = "source", theirs = "mapping"),
        blank
    )]
    pub user_property_mappings: Links,
    /// Mappings that make the attributes of groups, in the order of their names.
    #[field(
        links(to = "authentik_core.propertymapping", table = "source_group_property_mappings", mine = "source", theirs = "mapping"),
        blank
    )]
    pub group_property_mappings: Links,
    /// Web component of the form that edits this type of source.
    pub component: Computed<String>,
    /// The type's name.
    pub verbose_name: Computed<String>,
    /// The type's name, for several.
    pub verbose_name_plural: Computed<String>,
    /// The type's model label.
    pub meta_model_name: Computed<String>,
    /// How people who come for the first time are matched with the users that are there.
    #[field(default = "identifier")]
    pub user_matching_mode: UserMatchingMode,
    /// What this system itself calls the source, when it looks after it; null for all others.
    #[field(read_only, unique)]
    pub managed: Option<String>,
    /// Folder in the directory of users that new ones are put into; `%(slug)s` in it becomes the slug.
    #[field(default = "goauthentik.io/sources/%(slug)s")]
    pub user_path_template: String,
    /// Icon: an address or the name of a file; `%(theme)s` in it becomes `light` or `dark`. Empty means the type's.
    #[field(blank)]
    pub icon: String,
    /// Address of that icon.
    #[field(nullable)]
    pub icon_url: Computed<String>,
    /// Addresses of that icon in light and dark, when it differs; else null.
    #[field(component = "ThemedUrls", nullable)]
    pub icon_themed_urls: Computed<()>,
}
