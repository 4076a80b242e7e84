//! Rules about the characters of a password.

use super::PasswordPolicy;

/// Told when the settings say nothing.
const FALLBACK: &str = "The password does not meet the requirements.";

/// What is wrong with a password; `None` when it has enough characters of each kind.
pub(super) fn broken<'a>(policy: &'a PasswordPolicy, password: &str) -> Option<&'a str> {
    let enough = |wanted: i64, fits: &dyn Fn(char) -> bool| {
        let found = password.chars().filter(|letter| fits(*letter)).count();
        i64::try_from(found).is_ok_and(|found| found >= wanted)
    };
    let follows = enough(policy.length_min, &|_| true)
        && enough(policy.amount_digits, &|letter| letter.is_ascii_digit())
        && enough(policy.amount_uppercase, &|letter| letter.is_ascii_uppercase())
        && enough(policy.amount_lowercase, &|letter| letter.is_ascii_lowercase())
        && enough(policy.amount_symbols, &|letter| policy.symbol_charset.contains(letter));
    let message = if policy.error_message.is_empty() { FALLBACK } else { &policy.error_message };
    (!follows).then_some(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> PasswordPolicy {
        PasswordPolicy {
            password_field: "password".into(),
            amount_digits: 1,
            amount_uppercase: 1,
            amount_lowercase: 1,
            amount_symbols: 1,
            length_min: 8,
            symbol_charset: "!?".into(),
            error_message: String::new(),
            check_static_rules: true,
            check_have_i_been_pwned: false,
            check_zxcvbn: false,
            hibp_allowed_count: 0,
            zxcvbn_score_threshold: 2,
        }
    }

    #[test]
    fn every_rule_counts() {
        assert_eq!(broken(&policy(), "Abcdef1!"), None);
        for weak in ["Abcde1!", "Abcdefg!", "abcdef1!", "ABCDEF1!", "Abcdefg1"] {
            assert_eq!(broken(&policy(), weak), Some(FALLBACK), "{weak}");
        }
        let other = PasswordPolicy { error_message: "Longer!".into(), ..policy() };
        assert_eq!(broken(&other, "x"), Some("Longer!"));
    }
}
