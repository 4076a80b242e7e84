//! What an application is.

use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource::{Computed, Links, Nest};
use vestibule_resource_derive::Resource;

/// Something that people log in to, and what they see of it. Policies that are bound to it decide who may.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_core.application", table = "application", path = "core/applications", extends = PolicyBindingModel,
    key_as = "pbm_uuid", lookup = "slug", display = "{name}", order = "name",
    search = [name, slug, meta_launch_url, meta_description, meta_publisher, group],
    filter = [group, meta_description, meta_launch_url, meta_publisher, name, slug]
)]
pub struct Application {
    /// Identifier that names the application for ever; the same as `pbm_uuid`.
    pub pk: Computed<Uuid>,
    /// Name, as people read it.
    pub name: String,
    /// Name in addresses. Letters, digits, hyphens and underscores; no two applications have the same.
    #[field(pattern = slug, unique = "plain")]
    pub slug: String,
    /// Provider through which people log in; null when the application is only a link. A provider serves one application.
    #[field(to = "authentik_core.provider", on_delete = set_default, one_to_one)]
    pub provider: Option<i64>,
    /// That provider, shown.
    #[field(nest(of = "provider", to = "authentik_core.provider"), nullable)]
    pub provider_obj: Nest,
    /// Providers that carry users and groups to the application beside the one that logs people in.
    #[field(links(to = "authentik_core.provider", table = "provider", mine = "backchannel_application", theirs = "id"), blank)]
    pub backchannel_providers: Links,
    /// Those providers, shown.
    #[field(nest(to = "authentik_core.provider", table = "provider", mine = "backchannel_application", theirs = "id"))]
    pub backchannel_providers_obj: Nest,
    /// Where people are led when they open the application: the address below or else the provider's, completed for the caller.
    /// Null when neither is known.
    #[field(nullable)]
    pub launch_url: Computed<String>,
    /// Open it in a new tab or window.
    #[field(default = false)]
    pub open_in_new_tab: bool,
    /// Address to open instead of the provider's. `%(username)s`, and so on for every value of a user, stand for the caller's.
    #[field(kind = url, blank)]
    pub meta_launch_url: String,
    /// Picture: an address, the name of an uploaded file, or `fa://` and the name of an icon. `%(theme)s` becomes `light` or `dark`.
    #[field(blank)]
    pub meta_icon: String,
    /// Address of that picture; null when there is none.
    #[field(nullable)]
    pub meta_icon_url: Computed<String>,
    /// Addresses of that picture in light and dark, when it differs.
    #[field(component = "ThemedUrls", nullable)]
    pub meta_icon_themed_urls: Computed<Json>,
    /// What it is, in a few words.
    #[field(blank)]
    pub meta_description: String,
    /// Who makes it.
    #[field(blank)]
    pub meta_publisher: String,
    /// Heading under which people find it; empty means none.
    #[field(blank)]
    pub group: String,
    /// Leave it out of the page on which people find their applications; who may open it still may.
    #[field(default = false)]
    pub meta_hide: bool,
}
