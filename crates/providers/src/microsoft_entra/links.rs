//! Which object of Microsoft is which user or group.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_core::{groups::PARTIAL_GROUP, users::PARTIAL_USER};
use vestibule_resource::Nest;
use vestibule_resource_derive::Resource;

/// A user as Microsoft knows them.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "providers/microsoft_entra_users", model = "authentik_providers_microsoft_entra.microsoftentraprovideruser", key = "id", key_as = "id",
    verbose = "Microsoft Entra Provider User", plural = "Microsoft Entra Provider Users", order = user__username, search = [provider__name, user__username],
    filter = [provider__id, user__id, user__username], unique = [["microsoft_id", "user", "provider"]],
    display = "Microsoft Entra Provider User {user} to {provider}", unbounded
)]
pub struct MicrosoftEntraProviderUser {
    /// Identifier that names the link for ever.
    #[field(read_only, default = uuid)]
    pub id: Uuid,
    /// Identifier of the user there.
    pub microsoft_id: String,
    /// The user.
    #[field(to = "authentik_core.user", on_delete = cascade)]
    pub user: i64,
    /// That user, shown.
    #[field(nest(of = "user", to = "authentik_core.user", view = PARTIAL_USER))]
    pub user_obj: Nest,
    /// The provider that told Microsoft about them.
    #[field(to = "authentik_providers_microsoft_entra.microsoftentraprovider", on_delete = cascade)]
    pub provider: i64,
    /// What Microsoft last answered about them.
    #[field(read_only)]
    pub attributes: Map<String, Json>,
}

/// A group as Microsoft knows it.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "providers/microsoft_entra_groups", model = "authentik_providers_microsoft_entra.microsoftentraprovidergroup", key = "id", key_as = "id",
    verbose = "Microsoft Entra Provider Group", plural = "Microsoft Entra Provider Groups", order = group__name, search = [provider__name, group__name],
    filter = [group__group_uuid, group__name, provider__id], unique = [["microsoft_id", "group", "provider"]],
    display = "Microsoft Entra Provider Group {group} to {provider}", unbounded
)]
pub struct MicrosoftEntraProviderGroup {
    /// Identifier that names the link for ever.
    #[field(read_only, default = uuid)]
    pub id: Uuid,
    /// Identifier of the group there.
    pub microsoft_id: String,
    /// The group.
    #[field(to = "authentik_core.group", on_delete = cascade)]
    pub group: Uuid,
    /// That group, shown.
    #[field(nest(of = "group", to = "authentik_core.group", view = PARTIAL_GROUP))]
    pub group_obj: Nest,
    /// The provider that told Microsoft about it.
    #[field(to = "authentik_providers_microsoft_entra.microsoftentraprovider", on_delete = cascade)]
    pub provider: i64,
    /// What Microsoft last answered about it.
    #[field(read_only)]
    pub attributes: Map<String, Json>,
}
