//! Google Workspace, which is told about users and groups.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource::Links;
use vestibule_resource_derive::Resource;

use crate::{Provider, sync::DeleteAction};

/// Keeps users and groups of Google Workspace as they are here.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Provider, path = "providers/google_workspace", model = "authentik_providers_google_workspace.googleworkspaceprovider",
    form = "ak-provider-google-workspace-form", verbose = "Google Workspace Provider", plural = "Google Workspace Providers",
    order = "name", search = [name],
    without = [
        authentication_flow, authorization_flow, invalidation_flow, assigned_application_slug, assigned_application_name
    ],
    filter = [delegated_subject, exclude_users_service_account, filter_group, name]
)]
pub struct GoogleWorkspaceProvider {
    /// Mappings that make the groups that Google is told about.
    #[field(
        links(
            to = "authentik_core.propertymapping",
            table = "google_workspace_provider_property_mappings_group",
            mine = "provider",
            theirs = "propertymapping"
        ),
        blank
    )]
    pub property_mappings_group: Links,
    /// Address of the administrator in whose name the service account acts.
    #[field(kind = email)]
    pub delegated_subject: String,
    /// Key file of the service account, as Google gives it out.
    #[field(required)]
    pub credentials: Map<String, Json>,
    /// Scopes that the service account asks for, with commas between.
    #[field(
        default = "https://www.googleapis.com/auth/admin.directory.user,https://www.googleapis.com/auth/admin.directory.group,https://www.googleapis.com/auth/admin.directory.group.member,https://www.googleapis.com/auth/admin.directory.domain.readonly"
    )]
    pub scopes: String,
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
    /// Domain of the addresses that groups get.
    pub default_group_email_domain: String,
    /// How many objects are worked on at a time.
    #[field(min = 1, max = 2147483647, default = 100)]
    pub sync_page_size: i64,
    /// How long that may take, e.g. `minutes=30`.
    #[field(kind = duration, default = "minutes=30")]
    pub sync_page_timeout: String,
    /// Only write down what would be told, and tell nothing.
    #[field(default = false)]
    pub dry_run: bool,
    /// Look for what Google has already before telling it anything.
    #[field(default = true)]
    pub discovery_enabled: bool,
}
