//! A policy that looks at the passwords somebody had before.

use vestibule_resource_derive::Resource;

use crate::Policy;

/// Passes passwords that are none of the last ones.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Policy,
    model = "authentik_policies_unique_password.uniquepasswordpolicy",
    path = "policies/unique_password",
    form = "ak-policy-password-uniqueness-form",
    verbose = "Password Uniqueness Policy",
    plural = "Password Uniqueness Policies",
    order = "name",
    search = [name],
    filter = [created, execution_logging, last_updated, name, num_historical_passwords, password_field, policy_uuid]
)]
pub struct UniquePasswordPolicy {
    /// Key of the prompt in which the password is typed.
    #[field(default = "password")]
    pub password_field: String,
    /// How many of the last passwords count.
    #[field(min = 0, default = 1)]
    pub num_historical_passwords: i64,
}
