//! A flow to be taken up later, by whoever holds the key.

use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_resource_derive::Resource;

/// The plan that a token of intent `verification` leads to: a link in a mail, a recovery link.
#[derive(Debug, Clone, Resource)]
#[resource(model = "authentik_flows.flowtoken", key = "token", internal, unbounded, display = "{token}")]
pub struct FlowToken {
    /// The token, whose key opens the plan.
    #[field(internal, to = "authentik_core.token", on_delete = cascade, one_to_one)]
    pub token: Uuid,
    /// The flow.
    #[field(internal, to = "authentik_flows.flow", on_delete = cascade)]
    pub flow: Uuid,
    /// The plan as text, see [`Plan`](crate::Plan).
    #[field(internal)]
    pub plan: Json,
    /// Whether the token is gone once it was used.
    #[field(internal, default = true)]
    pub revoke_on_execution: bool,
}
