//! Flows: what a visitor goes through, stage by stage.
//!
//! A [`Plan`] says which stages are still ahead and what is known so far; it lives in the visitor's session. The executor is one
//! state machine with two faces: the JSON challenge protocol ([`get`], [`post`]) and the server-rendered page ([`walk`]). A stage
//! type without a screen implements [`Act`], one with a screen [`Ask`]; both are erased into a [`StageKind`], and a plain list of
//! those ([`Stages`]) is all the executor knows of stage types.

mod actions;
pub mod address;
mod asking;
mod brand;
mod challenge;
mod config;
pub mod doors;
mod executor;
mod explain;
mod form;
mod inline;
mod inspector;
mod leave;
mod next;
mod plan;
mod plan_cache;
mod planner;
pub mod recovery;
mod run;
mod session;
mod snapshot;
mod stage_kind;
mod stages;
mod standalone;
mod title;
pub mod token;
mod user_info;

pub use challenge::{Errors, FieldError};
pub use config::{
    Authentication, DeniedAction, Designation, FLOW_SET, Flow, FlowStageBinding, FlowToken, InvalidResponseAction, Layout, Stage,
};
pub use executor::{Outcome, component, failed, get, post, run, walk};
pub use explain::explain_flow;
pub use form::Form;
pub use inline::{CONSENT_HEADER, CONSENT_PERMISSIONS, PlanConsent, PlanRedirect, SessionEnd};
pub use inspector::inspect;
pub use next::is_local;
pub use plan::{Ahead, Judged, PendingUser, Plan, Rest, StageAt, keys};
pub use run::Run;
pub use session::take_messages;
pub use stage_kind::{Act, Ask, Asked, GivenUp, Setting, StageKind, Step, Verdict, act, ask};
pub use stages::Stages;
pub use user_info::{UserInfo, user_info};

use vestibule_engine::{Answer, Area, Endpoint, Operations};
use vestibule_resource::Model as _;

/// OpenAPI components that no descriptor gives: texts of JSON objects, component name to schema.
const SCHEMAS: &[&str] = &[include_str!("schemas.json")];

/// What the API serves of this area.
pub fn area() -> Area {
    let endpoints = vec![
        Endpoint::new(Flow::RESOURCE).hooks(&config::FlowHooks).actions(actions::FLOWS),
        Endpoint::new(Stage::RESOURCE)
            .operations(Operations::READ.with(Operations::DESTROY).with(Operations::USED_BY))
            .hooks(&config::StageHooks)
            .actions(actions::STAGES),
        Endpoint::new(FlowStageBinding::RESOURCE).hooks(&config::BindingHooks),
        Endpoint::new(FlowToken::RESOURCE).operations(Operations::NONE),
    ];
    Area { endpoints, standalone: standalone::standalone(), schemas: SCHEMAS }
}

/// The page for an address that leads to no flow.
fn not_found() -> Answer {
    const PAGE: &str = "<!doctype html><html lang=\"en\"><title>Not Found</title><h1>Not Found</h1></html>";
    Answer::html(404, PAGE.to_owned())
}
