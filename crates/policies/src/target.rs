//! What policies can be bound to.

use uuid::Uuid;
use vestibule_resource::Links;
use vestibule_resource_derive::{Choices, Resource};

/// Anything that policies, groups and users can be bound to.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_policies.policybindingmodel",
    table = "policy_target",
    key = "pbm_uuid",
    polymorphic,
    verbose = "Policy Binding Model",
    display = "PolicyBindingModel {pbm_uuid}"
)]
pub struct PolicyBindingModel {
    /// Key of the target, beside the key of the object that extends it.
    #[field(internal, default = uuid)]
    pub pbm_uuid: Uuid,
    /// Whether all bindings must pass, or one is enough.
    #[field(default = "any")]
    pub policy_engine_mode: PolicyEngineMode,
    /// Policies that are bound here.
    #[field(internal, links(to = "authentik_policies.policy", table = "policy_binding", mine = "target", theirs = "policy"))]
    pub policies: Links,
}

/// How the results of several bindings are combined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "PolicyEngineMode")]
pub enum PolicyEngineMode {
    /// All bindings must pass.
    #[choice(label = "all, all policies must pass")]
    All,
    /// One binding that passes is enough.
    #[choice(label = "any, any policy must pass")]
    Any,
}
