//! What an enrolment token is.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_resource::Nest;
use vestibule_resource_derive::Resource;

/// A secret with which an agent enrols its device, any number of devices as long as it lasts.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "endpoints/agents/enrollment_tokens", model = "authentik_endpoints_connectors_agent.enrollmenttoken", key = "token_uuid",
    key_as = "token_uuid", verbose = "Enrollment Token", plural = "Enrollment Tokens", order = "token_uuid",
    search = [name, connector__name], filter = [connector, token_uuid], expires, permissions = [view_enrollment_token_key]
)]
pub struct EnrollmentToken {
    /// Identifier that names the token for ever.
    #[field(read_only, default = uuid)]
    pub token_uuid: Uuid,
    /// Access group that devices join when they enrol with this token; null for none.
    #[field(to = "authentik_endpoints.deviceaccessgroup", on_delete = set_default)]
    pub device_group: Option<Uuid>,
    /// That access group.
    #[field(nest(of = device_group, to = "authentik_endpoints.deviceaccessgroup"), nullable)]
    pub device_group_obj: Nest,
    /// Agent connector that devices enrol at.
    #[field(to = "authentik_endpoints_connectors_agent.agentconnector", on_delete = cascade)]
    pub connector: Uuid,
    /// Name, as administrators read it; several may have the same.
    pub name: String,
    /// Whether it ends at all.
    #[field(default = true)]
    pub expiring: bool,
    /// When it ends. A token that ends, but of which nobody says when, lasts as long as tokens usually do.
    pub expires: Option<Timestamp>,
    /// The secret. It is kept in clear, because the contract lets administrators read it again.
    #[field(internal, kind = secret)]
    pub key: String,
    /// Digest by which the secret is found.
    #[field(internal, unique)]
    pub key_hash: String,
}
