//! A policy with a fixed answer that takes its time.

use vestibule_resource_derive::Resource;

use crate::Policy;

/// Answers always the same, after a while. For trying things out.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Policy,
    model = "authentik_policies_dummy.dummypolicy",
    path = "policies/dummy",
    form = "ak-policy-dummy-form",
    verbose = "Dummy Policy",
    plural = "Dummy Policies",
    order = "name",
    search = [name],
    filter = [created, execution_logging, last_updated, name, policy_uuid, result, wait_max, wait_min]
)]
pub struct DummyPolicy {
    /// The answer.
    #[field(default = false)]
    pub result: bool,
    /// Shortest time that the answer takes, in seconds.
    #[field(default = 5)]
    pub wait_min: i64,
    /// Longest time that the answer takes, in seconds.
    #[field(default = 30)]
    pub wait_max: i64,
}
