//! Microsoft Entra, which is told about users and groups.

use uuid::Uuid;
use vestibule_resource::Links;
use vestibule_resource_derive::Resource;

use crate::{Provider, sync::DeleteAction};

/// Keeps users and groups of Microsoft Entra as they are here.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Provider, path = "providers/microsoft_entra", model = "authentik_providers_microsoft_entra.microsoftentraprovider",
    form = "ak-provider-microsoft-entra-form", verbose = "Microsoft Entra Provider", plural = "Microsoft Entra Providers",
    order = "name", search = [name],
    without = [
        authentication_flow, authorization_flow, invalidation_flow, assigned_application_slug, assigned_application_name
    ],
    filter = [exclude_users_service_account, filter_group, name]
)]
pub struct MicrosoftEntraProvider {
    /// Mappings that make the groups that Microsoft is told about.
    #[field(
        links(
            to = "authentik_core.propertymapping",
            table = "microsoft_entra_provider_property_mappings_group",
            mine = "provider",
            theirs = "propertymapping"
        ),
        blank
    )]
    pub property_mappings_group: Links,
    /// Identifier of the application that was registered there.
    pub client_id: String,
    /// Secret of that application.
    #[field(write_only, kind = secret)]
    pub client_secret: String,
    /// Identifier of the directory.
    pub tenant_id: String,
    /// Tell nothing about accounts of machines.
    #[field(default = false)]
    pub exclude_users_service_account: bool,
    /// Only members of this group are told about; all users when null.
    #[field(to = "authentik_core.group", on_delete = set_default)]
    pub filter_group: Option<Uuid>,
    /// What becomes of an account there whose user is gone here.
    #[field(default = "delete")]
    pub user_delete_action: DeleteAction,
    /// What becomes of a group there that is gone here.
    #[field(default = "delete")]
    pub group_delete_action: DeleteAction,
    /// How many objects are worked on at a time.
    #[field(min = 1, max = 2147483647, default = 100)]
    pub sync_page_size: i64,
    /// Look for what Microsoft has already before telling it anything.
    #[field(default = true)]
    pub discovery_enabled: bool,
    /// How long that may take, e.g. `minutes=30`.
    #[field(kind = duration, default = "minutes=30")]
    pub sync_page_timeout: String,
    /// Only write down what would be told, and tell nothing.
    #[field(default = false)]
    pub dry_run: bool,
}
