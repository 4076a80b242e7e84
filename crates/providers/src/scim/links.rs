//! Which object of the application is which user or group.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_core::{groups::PARTIAL_GROUP, users::PARTIAL_USER};
use vestibule_resource::Nest;
use vestibule_resource_derive::Resource;

/// A user as the application knows them.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "providers/scim_users", model = "authentik_providers_scim.scimprovideruser", key = "id", key_as = "id",
    verbose = "scim provider user", plural = "scim provider users", order = user__username, search = [provider__name, user__username],
    filter = [provider__id, user__id, user__username], unique = [["scim_id", "user", "provider"]],
    display = "SCIM Provider User {user} to {provider}", unbounded
)]
pub struct SCIMProviderUser {
    /// Identifier that names the link for ever.
    #[field(read_only, default = uuid)]
    pub id: Uuid,
    /// Identifier of the user there.
    pub scim_id: String,
    /// The user.
    #[field(to = "authentik_core.user", on_delete = cascade)]
    pub user: i64,
    /// That user, shown.
    #[field(nest(of = "user", to = "authentik_core.user", view = PARTIAL_USER))]
    pub user_obj: Nest,
    /// The provider that told the application about them.
    #[field(to = "authentik_providers_scim.scimprovider", on_delete = cascade)]
    pub provider: i64,
    /// What the application last answered about them.
    #[field(read_only)]
    pub attributes: Map<String, Json>,
}

/// A group as the application knows it.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "providers/scim_groups", model = "authentik_providers_scim.scimprovidergroup", key = "id", key_as = "id",
    verbose = "scim provider group", plural = "scim provider groups", order = group__name, search = [provider__name, group__name],
    filter = [group__group_uuid, group__name, provider__id], unique = [["scim_id", "group", "provider"]],
    display = "SCIM Provider Group {group} to {provider}", unbounded
)]
pub struct SCIMProviderGroup {
    /// Identifier that names the link for ever.
    #[field(read_only, default = uuid)]
    pub id: Uuid,
    /// Identifier of the group there.
    pub scim_id: String,
    /// The group.
    #[field(to = "authentik_core.group", on_delete = cascade)]
    pub group: Uuid,
    /// That group, shown.
    #[field(nest(of = "group", to = "authentik_core.group", view = PARTIAL_GROUP))]
    pub group_obj: Nest,
    /// The provider that told the application about it.
    #[field(to = "authentik_providers_scim.scimprovider", on_delete = cascade)]
    pub provider: i64,
    /// What the application last answered about it.
    #[field(read_only)]
    pub attributes: Map<String, Json>,
}
