//! A policy that looks at how somebody behaved lately.

use vestibule_resource_derive::Resource;

use crate::Policy;

/// Passes whoever has a bad name: for stages that only those need, e.g. a captcha.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Policy,
    model = "authentik_policies_reputation.reputationpolicy",
    path = "policies/reputation",
    form = "ak-policy-reputation-form",
    verbose = "Reputation Policy",
    plural = "Reputation Policies",
    order = "name",
    search = [name, threshold],
    filter = [check_ip, check_username, created, execution_logging, last_updated, name, policy_uuid, threshold]
)]
pub struct ReputationPolicy {
    /// Count the scores of the visitor's address.
    #[field(default = true)]
    pub check_ip: bool,
    /// Count the scores of the user's name.
    #[field(default = true)]
    pub check_username: bool,
    /// Whose scores sum up to this or less passes.
    #[field(default = -5)]
    pub threshold: i64,
}
