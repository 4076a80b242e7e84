//! Who may pass: policies, groups and users that are bound to a target.
//!
//! A target (a flow, a place of a stage in a flow, later an application) extends [`PolicyBindingModel`]; a [`PolicyBinding`] ties
//! a policy, a group or a user to it. [`evaluate`] is the one question that the rest of the server asks. A type of policy is a
//! [`PolicyKind`] in a plain list; the list lives in the [`Policies`] service.

mod binding;
mod evaluate;
mod kind;
mod policy;
mod policy_hooks;
mod service;
mod target;

pub use binding::PolicyBinding;
pub use evaluate::{PolicyRequest, PolicyResult, evaluate};
pub use kind::PolicyKind;
pub use policy::Policy;
pub use policy_hooks::PolicyHooks;
pub use service::Policies;
pub use target::{PolicyBindingModel, PolicyEngineMode};

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::{Model as _, Resource};

/// The resources of this area.
pub fn resources() -> Vec<&'static Resource> {
    vec![PolicyBindingModel::RESOURCE, Policy::RESOURCE, PolicyBinding::RESOURCE]
}

/// What the API serves of this area.
pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(Policy::RESOURCE).operations(Operations::None).hooks(&PolicyHooks::PLAIN),
        Endpoint::new(PolicyBinding::RESOURCE).hooks(&binding::BindingHooks),
    ]
}
