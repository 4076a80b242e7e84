//! A user as a SCIM client knows them.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_core::users::PARTIAL_USER;
use vestibule_resource::Nest;
use vestibule_resource_derive::Resource;

/// Ties a user to the object that a SCIM client wrote.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_sources_scim.scimsourceuser", path = "sources/scim_users", table = "scim_source_user", key = "id", key_as = "id",
    verbose = "scim source user", plural = "scim source users", display = "SCIM User {external_id}", order = "user__username",
    search = [source__slug, user__username, attributes, user__uuid, external_id], filter = [source__slug, user__id, user__username],
    unique = [[external_id, source]], unbounded
)]
pub struct SCIMSourceUser {
    /// Identifier by which the client knows the user, made up when nobody says. It never changes.
    #[field(default = "", unique = "plain")]
    pub id: String,
    /// The client's own identifier of the user, `externalId` (RFC 7643, section 3.1); different for each user of a source.
    pub external_id: String,
    /// The user. Whoever holds the source's token may change and delete them.
    #[field(to = "authentik_core.user", on_delete = cascade)]
    pub user: i64,
    /// That user, shown.
    #[field(nest(of = "user", to = "authentik_core.user", view = PARTIAL_USER))]
    pub user_obj: Nest,
    /// The source that the client writes to.
    #[field(to = "authentik_sources_scim.scimsource", on_delete = cascade)]
    pub source: Uuid,
    /// What the client wrote, as it wrote it.
    pub attributes: Map<String, Json>,
}
