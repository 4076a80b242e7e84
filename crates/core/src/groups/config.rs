//! What a group is.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource::{Computed, Links, Many, Nest, View};
use vestibule_resource_derive::Resource;

use crate::users::PARTIAL_USER;

/// Users that share roles and attributes. Members of a group count as members of all its ancestors.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_core.group", table = "group", path = "core/groups", key = "group_uuid", verbose = "Group", plural = "Groups",
    order = "name", search = [name, is_superuser], display = "Group {name}", unbounded,
    permissions = [add_user_to_group, remove_user_from_group, enable_group_superuser, disable_group_superuser],
    filter = [
        "attributes: attributes attributes", is_superuser, "members_by_pk: users", "members_by_username: users__username in", name
    ]
)]
pub struct Group {
    /// Identifier that names the group for ever.
    #[field(read_only, default = uuid)]
    pub group_uuid: Uuid,
    /// Number for systems that know groups by number, made of the identifier's first five decimal digits.
    #[field(min = i64::MIN, max = i64::MAX)]
    pub num_pk: Computed<i64>,
    /// Name, which no other group has.
    #[field(unique)]
    pub name: String,
    /// Whether members, also those of descendants, may do everything.
    #[field(default = false)]
    pub is_superuser: bool,
    /// Groups that this one is part of.
    #[field(links(to = "authentik_core.group", table = "group_parent", mine = "group", theirs = "parent"), blank, default = json("[]"))]
    pub parents: Links,
    /// Those groups, shown.
    #[field(component_list = "RelatedGroup", nullable, include = "include_parents", include_default = false)]
    pub parents_obj: Computed<Json>,
    /// Users who are direct members.
    #[field(links(to = "authentik_core.user", table = "group_users", mine = "group", theirs = "user"), blank, default = json("[]"))]
    pub users: Links,
    /// Those users, shown.
    #[field(
        nest(to = "authentik_core.user", table = "group_users", mine = "group", theirs = "user", view = PARTIAL_USER),
        nullable, include = "include_users", include_default = true
    )]
    pub users_obj: Nest,
    /// Values of the organisation's own, by name; members inherit them.
    pub attributes: Map<String, Json>,
    /// Roles that members hold, also those of descendants.
    #[field(links(to = "authentik_rbac.role", table = "group_roles", mine = "group", theirs = "role"), blank, default = json("[]"))]
    pub roles: Links,
    /// Those roles, shown.
    #[field(nest(to = "authentik_rbac.role", table = "group_roles", mine = "group", theirs = "role"))]
    pub roles_obj: Nest,
    /// Roles that come from ancestors, shown.
    #[field(component_list = "Role", nullable, include = "include_inherited_roles", include_default = false)]
    pub inherited_roles_obj: Computed<Json>,
    /// Groups that are part of this one.
    #[field(links(to = "authentik_core.group", table = "group_parent", mine = "parent", theirs = "group"), read_only)]
    pub children: Links,
    /// Those groups, shown.
    #[field(component_list = "RelatedGroup", nullable, include = "include_children", include_default = false)]
    pub children_obj: Computed<Json>,
}

/// A group as its members show it.
pub static PARTIAL_GROUP: View = View { name: "PartialGroup", fields: &["group_uuid", "num_pk", "name", "is_superuser", "attributes"] };

/// From a user to the groups that they are a direct member of.
pub const GROUPS_OF_USER: Many = Many { to: "authentik_core.group", table: "group_users", mine: "user", theirs: "group" };
/// From a group to its direct members.
pub const USERS_OF_GROUP: Many = Many { to: "authentik_core.user", table: "group_users", mine: "group", theirs: "user" };
/// From a group to the groups that it is part of.
pub const PARENTS: Many = Many { to: "authentik_core.group", table: "group_parent", mine: "group", theirs: "parent" };
/// From a group to the groups that are part of it.
pub const CHILDREN: Many = Many { to: "authentik_core.group", table: "group_parent", mine: "parent", theirs: "group" };
/// From a group to its roles.
pub const ROLES_OF_GROUP: Many = Many { to: "authentik_rbac.role", table: "group_roles", mine: "group", theirs: "role" };
/// From a user to the roles that they hold directly.
pub const ROLES_OF_USER: Many = Many { to: "authentik_rbac.role", table: "user_roles", mine: "user", theirs: "role" };
