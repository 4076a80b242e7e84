//! What a request is.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_core::users::PARTIAL_USER;
use vestibule_resource::{Computed, Links};
use vestibule_resource_derive::{Choices, Resource};

/// How far a request has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "RequestStatus")]
pub enum Status {
    /// It waits for a decision.
    Created,
    /// It was granted.
    Approved,
    /// It was turned down.
    Denied,
    /// It was withdrawn, or what was granted was taken back.
    Revoked,
}

/// Somebody asks for access for a time.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "requests/grant-requests", model = "authentik_requests.grantrequest", key = "uuid", key_as = "uuid",
    verbose = "Grant Request", plural = "Grant Requests", display = "Grant request {uuid}", order = "-created",
    search = [created_by__username, created_by__name], filter = [agent_owner, created_by, status], owner = "created_by", expires, unbounded
)]
pub struct GrantRequest {
    /// When it was made.
    #[field(read_only, default = now)]
    pub created: Timestamp,
    /// Who asks, and who gets the access.
    #[field(to = "authentik_core.user", on_delete = cascade, shown = PARTIAL_USER)]
    pub created_by: i64,
    /// What they said about it, by name.
    pub requester_data: Map<String, Json>,
    /// What those who decided said about it, by name.
    pub fulfiller_data: Map<String, Json>,
    /// Who took it back; null when nobody did.
    #[field(to = "authentik_core.user", on_delete = set_null, shown = PARTIAL_USER)]
    pub revoked_by: Option<i64>,
    /// For an agent's request: whom the agent acts for, and who decides about it. Null for all other requests.
    #[field(to = "authentik_core.user", on_delete = cascade, shown = PARTIAL_USER)]
    pub agent_owner: Option<i64>,
    /// Whether the access is there now.
    pub is_active: Computed<bool>,
    /// When the request is forgotten; once it is granted, when the access ends.
    pub expires: Option<Timestamp>,
    /// How far it has come.
    #[field(read_only, default = "created")]
    pub status: Status,
    /// What is asked for, by its identifiers as targets of policies.
    #[field(
        read_only,
        links(to = "authentik_policies.policybindingmodel", table = "grant_request_targets", mine = "grant_request", theirs = "target")
    )]
    pub targets: Links,
    /// That, shown.
    #[field(component_list = "RequestableTarget")]
    pub target_objs: Computed<Json>,
    /// Identifier that names the request for ever.
    #[field(default = uuid, unique = "plain")]
    pub uuid: Uuid,
    /// Whether it is forgotten some day; always so.
    #[field(internal, default = true)]
    pub expiring: bool,
    /// The rule under which it was made; null for an agent's.
    #[field(internal, to = "authentik_requests.requestrule", on_delete = set_null)]
    pub rule: Option<Uuid>,
    /// How many seconds the access is to last.
    #[field(internal, default = 0, min = 0, max = i64::MAX)]
    pub lasts: i64,
    /// Bindings that were made when it was granted.
    #[field(
        internal,
        links(to = "authentik_policies.policybinding", table = "grant_request_bindings", mine = "grant_request", theirs = "binding")
    )]
    pub bindings: Links,
}

/// Somebody approved a request on which more than one has to decide.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_requests.grantrequestreview", key = "uuid", key_as = "uuid", verbose = "Grant Request Review",
    plural = "Grant Request Reviews", display = "Review {uuid}", unique = [[request, reviewer]], unbounded, internal
)]
pub struct GrantRequestReview {
    /// Identifier that names the approval for ever.
    #[field(internal, default = uuid)]
    pub uuid: Uuid,
    /// The request.
    #[field(internal, to = "authentik_requests.grantrequest", on_delete = cascade)]
    pub request: Uuid,
    /// Who approved it.
    #[field(internal, to = "authentik_core.user", on_delete = cascade)]
    pub reviewer: i64,
}
