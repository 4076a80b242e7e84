//! An invitation: whoever holds its identifier may enter.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource::Nest;
use vestibule_resource_derive::Resource;

/// A link that lets a person enrol. Its identifier is the secret in the link.
#[derive(Resource)]
#[resource(path = "stages/invitation/invitations", model = "authentik_stages_invitation.invitation", key = "invite_uuid",
           order = "-expires", search = [name, created_by__username, expires, flow__slug],
           filter = [name, created_by__username, expires, flow__slug], display = "Invitation {name}",
           expires, lists_expired, unbounded)]
pub struct Invitation {
    /// Identifier of the invitation, and the secret in its link.
    #[field(default = uuid, read_only)]
    pub invite_uuid: Uuid,
    /// Name of the invitation; several may have the same.
    #[field(pattern = slug)]
    pub name: String,
    /// When it ends. Every invitation ends: without a time it ends after the usual life of a token.
    pub expires: Option<Timestamp>,
    /// Whether it ends at all; always so.
    #[field(internal, default = true)]
    pub expiring: bool,
    /// Values fixed in advance: they stand in for answers of the person invited.
    #[field(blank)]
    pub fixed_data: Map<String, Json>,
    /// Who made it.
    #[field(to = "authentik_core.user", on_delete = cascade, shown = vestibule_core::users::PARTIAL_USER)]
    pub created_by: i64,
    /// It lets only one person in.
    #[field(default = false)]
    pub single_use: bool,
    /// The only flow that it is good for; any flow when null.
    #[field(to = "authentik_flows.flow", on_delete = set_default)]
    pub flow: Option<Uuid>,
    /// The flow.
    #[field(nest(of = "flow", to = "authentik_flows.flow"))]
    pub flow_obj: Nest,
}
