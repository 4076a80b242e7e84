//! Entitlements: what an application offers to some of its users.

mod config;
mod requestable;

use vestibule_engine::{Action, Endpoint, Need, Schema, Target};
use vestibule_resource::Model as _;

pub use config::ApplicationEntitlement;

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    Endpoint::new(ApplicationEntitlement::RESOURCE).actions(ACTIONS)
}

static ACTIONS: &[Action] = &[Action {
    path: "requestable",
    method: "GET",
    id: "core_application_entitlements_requestable_list",
    target: Target::Collection,
    need: Need::Login,
    schema: Schema { params: include_str!("requestable.json"), ..Schema::answers("PaginatedRequestableTargetList") },
    run: |cx, _, _| Box::pin(requestable::list(cx)),
}];
