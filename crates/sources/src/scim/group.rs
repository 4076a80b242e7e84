//! A group as a SCIM client knows it.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_core::groups::PARTIAL_GROUP;
use vestibule_resource::Nest;
use vestibule_resource_derive::Resource;

/// Ties a group to the object that a SCIM client wrote.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_sources_scim.scimsourcegroup", path = "sources/scim_groups", table = "scim_source_group", key = "id",
    key_as = "id", verbose = "scim source group", plural = "scim source groups", display = "SCIM Group {external_id}",
    order = "group__name", search = [source__slug, group__name, attributes, external_id],
    filter = [group__group_uuid, group__name, source__slug], unique = [[external_id, source]], unbounded
)]
pub struct SCIMSourceGroup {
    /// Identifier by which the client knows the group, made up when nobody says. It never changes.
    #[field(default = "", unique = "plain")]
    pub id: String,
    /// The client's own identifier of the group, `externalId` (RFC 7643, section 3.1); different for each group of a source.
    pub external_id: String,
    /// The group. Whoever holds the source's token may change and delete it, and its members.
    #[field(to = "authentik_core.group", on_delete = cascade)]
    pub group: Uuid,
    /// That group, shown.
    #[field(nest(of = "group", to = "authentik_core.group", view = PARTIAL_GROUP))]
    pub group_obj: Nest,
    /// The source that the client writes to.
    #[field(to = "authentik_sources_scim.scimsource", on_delete = cascade)]
    pub source: Uuid,
    /// What the client wrote, as it wrote it.
    pub attributes: Map<String, Json>,
}
