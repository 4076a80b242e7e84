//! Who may pass: policies, groups and users that are bound to a target.
//!
//! A target (a flow, a place of a stage in a flow, later an application) extends [`PolicyBindingModel`]; a [`PolicyBinding`] ties
//! a policy, a group or a user to it. [`evaluate`] is the one question that the rest of the server asks. A type of policy is a
//! [`PolicyKind`] in a plain list; the list lives in the [`Policies`] service.

mod access;
mod actions;
mod binding;
mod denial;
mod dummy;
mod evaluate;
mod event_matcher;
mod execute;
mod explain;
mod expression;
mod gate;
mod geoip;
mod kind;
mod kinds;
mod membership;
mod password;
mod password_expiry;
mod policy;
mod policy_hooks;
mod report;
mod reputation;
mod request;
mod result;
mod service;
mod target;
mod typed_password;
mod unique_password;
mod uses;
mod verdicts;
mod word_table;

pub use access::access;
pub use binding::PolicyBinding;
pub use denial::{Denial, denial, denied};
pub use dummy::DummyPolicy;
pub use evaluate::{evaluate, judge};
pub use event_matcher::{EventApp, EventMatcherPolicy, EventModel};
pub use explain::explain;
pub use expression::{ExpressionPolicy, FUNCTIONS, deeper};
pub use gate::Gate;
pub use geoip::{Country, GeoIPPolicy};
pub use kind::{Passes, PolicyKind};
pub use kinds::KINDS;
pub use password::{PasswordPolicy, PwnedPasswords};
pub use password_expiry::PasswordExpiryPolicy;
pub use policy::Policy;
pub use policy_hooks::PolicyHooks;
pub use reputation::ReputationPolicy;
pub use request::PolicyRequest;
pub use result::{LogMessage, PolicyResult, Source};
pub use service::Policies;
pub use target::{PolicyBindingModel, PolicyEngineMode};
pub use unique_password::UniquePasswordPolicy;

use vestibule_engine::{Area, Endpoint, Operations};
use vestibule_resource::Model as _;

/// What the API serves of this area.
pub fn area() -> Area {
    let all = Endpoint::new(Policy::RESOURCE)
        .operations(Operations::READ.with(Operations::DESTROY).with(Operations::USED_BY))
        .hooks(&PolicyHooks)
        .actions(actions::ACTIONS);
    let mut endpoints = vec![
        Endpoint::new(PolicyBindingModel::RESOURCE).operations(Operations::NONE),
        Endpoint::new(Denial::RESOURCE).operations(Operations::NONE),
        policy_hooks::PARAMS.iter().fold(all, |endpoint, param| endpoint.param(param)),
        Endpoint::new(PolicyBinding::RESOURCE).hooks(&binding::BindingHooks),
    ];
    endpoints.extend(kinds::endpoints());
    Area { endpoints, standalone: vec![geoip::STANDALONE], schemas: &[include_str!("schemas.json")] }
}
