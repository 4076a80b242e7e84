//! A policy that looks at a password somebody is about to choose.

use vestibule_resource_derive::Resource;

use crate::Policy;

/// Passes passwords that are good enough.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Policy,
    model = "authentik_policies_password.passwordpolicy",
    path = "policies/password",
    form = "ak-policy-password-form",
    verbose = "Password Policy",
    plural = "Password Policies",
    order = "name",
    search = [name],
    filter = [
        amount_digits, amount_lowercase, amount_symbols, amount_uppercase, check_have_i_been_pwned, check_static_rules, check_zxcvbn,
        created, error_message, execution_logging, hibp_allowed_count, last_updated, length_min, name, password_field, policy_uuid,
        symbol_charset, zxcvbn_score_threshold
    ]
)]
pub struct PasswordPolicy {
    /// Key of the prompt in which the password is typed.
    #[field(default = "password")]
    pub password_field: String,
    /// Fewest digits (`0` to `9`).
    #[field(min = 0, default = 0)]
    pub amount_digits: i64,
    /// Fewest capital letters (`A` to `Z`).
    #[field(min = 0, default = 0)]
    pub amount_uppercase: i64,
    /// Fewest small letters (`a` to `z`).
    #[field(min = 0, default = 0)]
    pub amount_lowercase: i64,
    /// Fewest symbols.
    #[field(min = 0, default = 0)]
    pub amount_symbols: i64,
    /// Fewest characters in all.
    #[field(min = 0, default = 0)]
    pub length_min: i64,
    /// The characters that count as symbols.
    #[field(default = "!\\\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ")]
    pub symbol_charset: String,
    /// What is told when a password breaks one of the rules above. May be empty.
    #[field(blank)]
    pub error_message: String,
    /// Check the rules above.
    #[field(default = true)]
    pub check_static_rules: bool,
    /// Check whether the password is on lists of stolen ones (Have I Been Pwned), of which only five digits of its digest are told.
    #[field(default = false)]
    pub check_have_i_been_pwned: bool,
    /// Check how hard the password is to guess (zxcvbn).
    #[field(default = false)]
    pub check_zxcvbn: bool,
    /// On how many lists of stolen passwords it may be.
    #[field(min = 0, default = 0)]
    pub hibp_allowed_count: i64,
    /// A password must be harder to guess than this, from 0 (easy) to 4 (very hard).
    #[field(min = 0, default = 2)]
    pub zxcvbn_score_threshold: i64,
}
