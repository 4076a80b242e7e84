//! Requests for access for a time: people ask, those whom a rule names decide, and what is granted ends by itself.

mod access;
mod config;
mod create;
mod decide;
mod hooks;
mod pending;
mod reviewers;
mod ways;

use vestibule_engine::{Action, Endpoint, Need, Operations, Schema, Standalone, Target};
use vestibule_resource::{Many, Model as _};

pub use config::{GrantRequest, GrantRequestReview, Status};

/// From a request to what it asks for.
const TARGETS: Many =
    Many { to: "authentik_policies.policybindingmodel", table: "grant_request_targets", mine: "grant_request", theirs: "target" };
/// From a request to the bindings that were made when it was granted.
const BINDINGS: Many =
    Many { to: "authentik_policies.policybinding", table: "grant_request_bindings", mine: "grant_request", theirs: "binding" };

const LIST_PARAMS: &str = r##"[
    {"in": "query", "name": "agent_owner", "schema": {"type": "integer"}},
    {"in": "query", "name": "created_by", "schema": {"type": "integer"}},
    {"in": "query", "name": "status", "schema": {"$ref": "#/components/schemas/RequestStatus"}},
    {"$ref": "#/components/parameters/QueryPaginationOrdering"}, {"$ref": "#/components/parameters/QueryPaginationPage"},
    {"$ref": "#/components/parameters/QueryPaginationPageSize"}, {"$ref": "#/components/parameters/QuerySearch"}
]"##;
const KEY_PARAM: &str = r#"[{"in": "path", "name": "uuid", "schema": {"type": "string", "format": "uuid"}, "required": true}]"#;

/// Asking: everybody may ask, for themselves.
static ACTIONS: &[Action] = &[
    Action {
        path: "",
        method: "POST",
        id: "requests_grant_requests_create",
        target: Target::Collection,
        need: Need::Login,
        schema: Schema { request: "GrantRequestCreateRequest", ..Schema::answers("Link") },
        run: |cx, _, body| Box::pin(create::ask(cx, body)),
    },
    Action {
        path: "agent",
        method: "POST",
        id: "requests_grant_requests_agent_create",
        target: Target::Collection,
        need: Need::Login,
        schema: Schema { request: "AgentGrantRequestCreateRequest", status: 201, response: "AgentGrantRequestCreated", params: "" },
        run: |cx, _, body| Box::pin(create::ask_as_agent(cx, body)),
    },
    Action {
        path: "pending_review",
        method: "GET",
        id: "requests_grant_requests_pending_review_list",
        target: Target::Collection,
        need: Need::Login,
        schema: Schema { params: LIST_PARAMS, ..Schema::answers("PaginatedGrantRequestList") },
        run: |cx, _, _| Box::pin(pending::list(cx)),
    },
];

/// Deciding. Those who decide do not see the request through its collection, so these are operations of their own.
pub(crate) fn standalone() -> Vec<Standalone> {
    vec![
        Standalone {
            path: "requests/grant-requests/{uuid}/fulfill",
            method: "PATCH",
            id: "requests_grant_requests_fulfill_partial_update",
            tag: "requests",
            need: Need::Login,
            schema: Schema { params: KEY_PARAM, ..Schema::takes("PatchedGrantRequestFulfillRequest") },
            negotiates: false,
            run: |cx, _, body| Box::pin(decide::fulfill(cx, body)),
        },
        Standalone {
            path: "requests/grant-requests/{uuid}/revoke",
            method: "DELETE",
            id: "requests_grant_requests_revoke_destroy",
            tag: "requests",
            need: Need::Login,
            schema: Schema { params: KEY_PARAM, ..Schema::NOTHING },
            negotiates: false,
            run: |cx, _, _| Box::pin(decide::revoke(cx)),
        },
    ]
}

/// What the API serves of requests.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(GrantRequest::RESOURCE)
            .operations(Operations::READ.with(Operations::DESTROY))
            .hooks(&hooks::GrantHooks)
            .actions(ACTIONS),
        Endpoint::new(GrantRequestReview::RESOURCE).operations(Operations::NONE),
    ]
}
