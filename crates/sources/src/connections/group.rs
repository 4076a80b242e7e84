//! What a connection of a group is, to a source of any type.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_resource::Nest;
use vestibule_resource_derive::Resource;

/// Says which group of a source a group is: whoever is a member there becomes one here. The types of connection extend it.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_core.groupsourceconnection", path = "sources/group_connections/all", key = "id", polymorphic, unbounded,
    verbose = "group source connection", plural = "group source connections", display = "Group connection {identifier}",
    order = [source__slug, id], search = [group__name, source__slug, identifier], filter = [group, source__slug],
    unique = [[group, source]]
)]
pub struct GroupSourceConnection {
    /// Number that names the connection for ever.
    #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
    pub id: i64,
    /// The group. None can be put in its place later.
    #[field(read_only, to = "authentik_core.group", on_delete = cascade)]
    pub group: Uuid,
    /// The source; a group has one connection to it at most.
    #[field(to = "authentik_core.source", on_delete = cascade)]
    pub source: Uuid,
    /// That source, shown as one of no particular type.
    #[field(nest(of = "source", to = "authentik_core.source"))]
    pub source_obj: Nest,
    /// Which group it is there, by a name that never changes.
    pub identifier: String,
    /// When the connection was made.
    #[field(read_only, default = now)]
    pub created: Timestamp,
    /// When it last changed.
    #[field(read_only, default = touched)]
    pub last_updated: Timestamp,
}
