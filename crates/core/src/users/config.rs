//! What a user is.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource::{Computed, Links, Nest, View};
use vestibule_resource_derive::{Choices, Resource};

use crate::groups::PARTIAL_GROUP;

/// What kind of user it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "UserTypeEnum")]
pub enum UserType {
    /// A person of the organisation.
    Internal,
    /// A person from outside, for instance a customer.
    External,
    /// A machine that an administrator made an account for.
    ServiceAccount,
    /// A machine of this system itself, for instance an outpost.
    InternalServiceAccount,
}

/// A person or a machine that can log in.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_core.user", table = "user", path = "core/users", key = "id", verbose = "User", plural = "Users",
    order = "username", search = [email, name, uuid, username], display = "{username}", unbounded,
    permissions = [reset_user_password, impersonate, preview_user, view_user_applications],
    filter = [
        "attributes: attributes attributes", date_joined, date_joined__gt, date_joined__lt, email,
        "groups_by_name: groups__name in", "groups_by_pk: groups", is_active, "is_superuser: groups__is_superuser",
        last_login, last_login__gt, last_login__isnull, last_login__lt, last_updated, last_updated__gt, last_updated__lt,
        name, path, "path_startswith: path startswith", "roles_by_name: roles__name in", "roles_by_pk: roles",
        "type: type in", username, uuid
    ]
)]
pub struct User {
    /// Number that names the user for ever.
    #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
    pub id: i64,
    /// Name to log in with. At most 150 characters.
    #[field(unique = "plain", max = 150)]
    pub username: String,
    /// Full name, as people read it. May be empty.
    #[field(required, blank)]
    pub name: String,
    /// Whether the user may do anything at all. Unset it instead of deleting an account.
    #[field(default = true)]
    pub is_active: bool,
    /// When the user last logged in; null when never.
    pub last_login: Option<Timestamp>,
    /// When the account was made.
    #[field(read_only, default = now)]
    pub date_joined: Timestamp,
    /// Whether the user may do everything: a member of a group of superusers, directly or through the hierarchy.
    pub is_superuser: Computed<bool>,
    /// Groups that the user is a direct member of.
    #[field(links(to = "authentik_core.group", table = "group_users", mine = "user", theirs = "group"), blank, default = json("[]"))]
    pub groups: Links,
    /// Those groups, shown.
    #[field(
        nest(to = "authentik_core.group", table = "group_users", mine = "user", theirs = "group", view = PARTIAL_GROUP),
        nullable, include = "include_groups", include_default = true
    )]
    pub groups_obj: Nest,
    /// Roles that the user holds directly.
    #[field(links(to = "authentik_rbac.role", table = "user_roles", mine = "user", theirs = "role"), blank, default = json("[]"))]
    pub roles: Links,
    /// Those roles, shown.
    #[field(
        nest(to = "authentik_rbac.role", table = "user_roles", mine = "user", theirs = "role"),
        nullable,
        include = "include_roles",
        include_default = true
    )]
    pub roles_obj: Nest,
    /// E-mail address. May be empty.
    #[field(kind = email, blank)]
    pub email: String,
    /// Picture: an address or a data URI.
    pub avatar: Computed<String>,
    /// Values of the organisation's own, by name.
    pub attributes: Map<String, Json>,
    /// Identifier that stays the same for this installation, for other systems: 64 hexadecimal digits.
    pub uid: Computed<String>,
    /// Folder in the directory of users, words with slashes between.
    #[field(default = "users")]
    pub path: String,
    /// What kind of user it is.
    #[field(default = "internal")]
    pub r#type: UserType,
    /// Identifier that names the user for ever.
    #[field(read_only, default = uuid, unique)]
    pub uuid: Uuid,
    /// When the password was last set.
    #[field(read_only, default = now)]
    pub password_change_date: Timestamp,
    /// When anything about the user last changed.
    #[field(read_only, default = touched)]
    pub last_updated: Timestamp,
    /// Hash of the password, see `vestibule_secret`; one that begins with `!` matches nothing.
    #[field(internal, kind = secret)]
    pub password: String,
}

/// A user as others see them.
pub static PARTIAL_USER: View =
    View { name: "PartialUser", fields: &["id", "username", "name", "is_active", "last_login", "email", "attributes", "uid"] };
