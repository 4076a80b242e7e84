//! Reviews: each time that an object has to be looked at, and what was said by those who did.

mod config;
mod lists;
mod open;
mod review;
mod reviewers;
mod shown;

use vestibule_engine::{Action, Endpoint, Need, Operations, Schema, Standalone, Target};
use vestibule_resource::Model as _;

pub use config::{LifecycleIteration, Review, State};
pub(crate) use open::open;

/// Who holds it sees every review.
const VIEW: &str = "authentik_lifecycle.view_lifecycleiteration";

const OPEN_PARAMS: &str = r##"[
    {"in": "query", "name": "user_is_reviewer", "schema": {"type": "boolean"}},
    {"$ref": "#/components/parameters/QueryPaginationOrdering"}, {"$ref": "#/components/parameters/QueryPaginationPage"},
    {"$ref": "#/components/parameters/QueryPaginationPageSize"}, {"$ref": "#/components/parameters/QuerySearch"}
]"##;
const LATEST_PARAMS: &str = r##"[
    {"in": "path", "name": "content_type", "schema": {"type": "string", "pattern": "^[^/]+$"}, "required": true},
    {"in": "path", "name": "object_id", "schema": {"type": "string", "pattern": "^[^/]+$"}, "required": true},
    {"in": "query", "name": "user_is_reviewer", "schema": {"type": "boolean"}},
    {"$ref": "#/components/parameters/QueryPaginationOrdering"}, {"$ref": "#/components/parameters/QuerySearch"}
]"##;

/// The reviews that still have to be done.
static ACTIONS: &[Action] = &[Action {
    path: "open",
    method: "GET",
    id: "lifecycle_iterations_list_open",
    target: Target::Collection,
    need: Need::Login,
    schema: Schema { params: OPEN_PARAMS, ..Schema::answers("PaginatedLifecycleIterationList") },
    run: |cx, _, _| Box::pin(lists::open(cx)),
}];

/// The latest reviews of one object.
pub(crate) fn standalone() -> Vec<Standalone> {
    vec![Standalone {
        path: "lifecycle/iterations/latest/{content_type}/{object_id}",
        method: "GET",
        id: "lifecycle_iterations_list_latest",
        tag: "lifecycle",
        need: Need::Login,
        schema: Schema { params: LATEST_PARAMS, ..Schema::answers("LifecycleIteration[]") },
        negotiates: false,
        run: |cx, _, _| Box::pin(lists::latest(cx)),
    }]
}

/// What the API serves of reviews. Everybody may review, if a rule names them.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(LifecycleIteration::RESOURCE)
            .operations(Operations::CREATE)
            .hooks(&open::OpenHooks)
            .hooks(&shown::IterationHooks)
            .actions(ACTIONS),
        Endpoint::new(Review::RESOURCE).operations(Operations::CREATE).hooks(&review::ReviewHooks).open_to_create(),
    ]
}
