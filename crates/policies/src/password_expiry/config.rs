//! A policy that looks at how old a user's password is.

use vestibule_resource_derive::Resource;

use crate::Policy;

/// Passes users whose password is not too old.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Policy,
    model = "authentik_policies_expiry.passwordexpirypolicy",
    path = "policies/password_expiry",
    form = "ak-policy-password-expiry-form",
    verbose = "Password Expiry Policy",
    plural = "Password Expiry Policies",
    order = "name",
    search = [name],
    filter = [created, days, deny_only, execution_logging, last_updated, name, policy_uuid]
)]
pub struct PasswordExpiryPolicy {
    /// Age at which a password is too old, in days.
    pub days: i64,
    /// Only refuse. Otherwise a password that is too old is made unusable, so that the user must choose another.
    #[field(default = false)]
    pub deny_only: bool,
}
