//! What a connection of a user is, to a source of any type.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_resource::Nest;
use vestibule_resource_derive::Resource;

/// Says who a user is in a source: whoever proves to be that there gets in as the user. The types of connection extend it.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_core.usersourceconnection", path = "sources/user_connections/all", key = "id", polymorphic, owner = "user",
    unbounded, verbose = "user source connection", plural = "user source connections", display = "User connection {identifier}",
    order = [source__slug, id], search = [user__username, source__slug, identifier], filter = [source__slug, user],
    unique = [[user, source]]
)]
pub struct UserSourceConnection {
    /// Number that names the connection for ever.
    #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
    pub id: i64,
    /// The user. Nobody can be put in their place later.
    #[field(read_only, to = "authentik_core.user", on_delete = cascade)]
    pub user: i64,
    /// The source; a user has one connection to it at most.
    #[field(to = "authentik_core.source", on_delete = cascade)]
    pub source: Uuid,
    /// That source, shown as one of no particular type.
    #[field(nest(of = "source", to = "authentik_core.source"))]
    pub source_obj: Nest,
    /// Who the user is there, by a name that never changes.
    pub identifier: String,
    /// When the connection was made.
    #[field(read_only, default = now)]
    pub created: Timestamp,
    /// When it last changed.
    #[field(read_only, default = touched)]
    pub last_updated: Timestamp,
}
