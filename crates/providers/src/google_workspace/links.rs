//! Which object of Google is which user or group.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_core::{groups::PARTIAL_GROUP, users::PARTIAL_USER};
use vestibule_resource::Nest;
use vestibule_resource_derive::Resource;

/// A user as Google knows them.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "providers/google_workspace_users", model = "authentik_providers_google_workspace.googleworkspaceprovideruser", key = "id", key_as = "id",
    verbose = "Google Workspace Provider User", plural = "Google Workspace Provider Users", order = user__username, search = [provider__name, user__username],
    filter = [provider__id, user__id, user__username], unique = [["google_id", "user", "provider"]],
    display = "Google Workspace Provider User {user} to {provider}", unbounded
)]
pub struct GoogleWorkspaceProviderUser {
    /// Identifier that names the link for ever.
    #[field(read_only, default = uuid)]
    pub id: Uuid,
    /// Identifier of the user there.
    pub google_id: String,
    /// The user.
    #[field(to = "authentik_core.user", on_delete = cascade)]
    pub user: i64,
    /// That user, shown.
    #[field(nest(of = "user", to = "authentik_core.user", view = PARTIAL_USER))]
    pub user_obj: Nest,
    /// The provider that told Google about them.
    #[field(to = "authentik_providers_google_workspace.googleworkspaceprovider", on_delete = cascade)]
    pub provider: i64,
    /// What Google last answered about them.
    #[field(read_only)]
    pub attributes: Map<String, Json>,
}

/// A group as Google knows it.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "providers/google_workspace_groups", model = "authentik_providers_google_workspace.googleworkspaceprovidergroup", key = "id", key_as = "id",
    verbose = "Google Workspace Provider Group", plural = "Google Workspace Provider Groups", order = group__name, search = [provider__name, group__name],
    filter = [group__group_uuid, group__name, provider__id], unique = [["google_id", "group", "provider"]],
    display = "Google Workspace Provider Group {group} to {provider}", unbounded
)]
pub struct GoogleWorkspaceProviderGroup {
    /// Identifier that names the link for ever.
    #[field(read_only, default = uuid)]
    pub id: Uuid,
    /// Identifier of the group there.
    pub google_id: String,
    /// The group.
    #[field(to = "authentik_core.group", on_delete = cascade)]
    pub group: Uuid,
    /// That group, shown.
    #[field(nest(of = "group", to = "authentik_core.group", view = PARTIAL_GROUP))]
    pub group_obj: Nest,
    /// The provider that told Google about it.
    #[field(to = "authentik_providers_google_workspace.googleworkspaceprovider", on_delete = cascade)]
    pub provider: i64,
    /// What Google last answered about it.
    #[field(read_only)]
    pub attributes: Map<String, Json>,
}
