//! Applications: what people log in to.

mod access;
mod check_access;
mod config;
mod hooks;
mod launch;
mod list;
mod requestable;

use vestibule_engine::{Action, Endpoint, Need, Schema, Standalone, Target};
use vestibule_resource::Model as _;

pub use access::explain_access;
pub(crate) use access::try_access;
pub(crate) use access::{Access, access};
pub use config::Application;

/// What the API serves.
pub(crate) fn endpoint() -> Endpoint {
    let endpoint = Endpoint::new(Application::RESOURCE).hooks(&hooks::ApplicationHooks).list(|cx, _, _| Box::pin(list::list(cx)));
    LIST_PARAMS.iter().fold(endpoint.actions(ACTIONS), |endpoint, param| endpoint.param(param))
}

/// Query parameters of the list beside the filters.
const LIST_PARAMS: &[&str] = &[
    r#"{"in": "query", "name": "for_user", "schema": {"type": "integer"}}"#,
    r#"{"in": "query", "name": "only_with_launch_url", "schema": {"type": "boolean"}}"#,
    r#"{"in": "query", "name": "superuser_full_list", "schema": {"type": "boolean"}}"#,
];

static ACTIONS: &[Action] = &[Action {
    path: "requestable",
    method: "GET",
    id: "core_applications_requestable_list",
    target: Target::Collection,
    need: Need::Login,
    schema: Schema { params: include_str!("requestable.json"), ..Schema::answers("PaginatedApplicationList") },
    run: |cx, _, _| Box::pin(requestable::list(cx)),
}];

/// Asking whether somebody may open an application needs no permission to see it.
pub(crate) static CHECK_ACCESS: Standalone = Standalone {
    path: "core/applications/{slug}/check_access",
    method: "GET",
    id: "core_applications_check_access_retrieve",
    tag: "core",
    need: Need::Login,
    schema: Schema { params: check_access::PARAMS, ..Schema::answers("PolicyTestResult") },
    negotiates: false,
    run: |cx, _, _| Box::pin(check_access::check(cx)),
};
