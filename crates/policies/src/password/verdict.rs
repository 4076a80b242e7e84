//! What a password policy decides.

use futures::future::BoxFuture;
use serde_json::Value as Json;
use vestibule_engine::Context;
use vestibule_resource::{Error, Record, Result};

use super::PasswordPolicy;
use crate::{PolicyRequest, PolicyResult};

/// Told when the settings say nothing.
const FALLBACK: &str = "The password does not meet the requirements.";

/// Judges the password that is about to be chosen.
pub(crate) fn passes<'a>(_cx: &'a Context, row: &'a Record, request: &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>> {
    Box::pin(async move { judge(&row.read()?, request) })
}

fn judge(policy: &PasswordPolicy, request: &PolicyRequest) -> Result<PolicyResult> {
    let Some(password) = typed(request, &policy.password_field) else {
        return Ok(PolicyResult::saying(false, "Password not set in context"));
    };
    if policy.check_static_rules && !follows(policy, password) {
        let message = if policy.error_message.is_empty() { FALLBACK } else { &policy.error_message };
        return Ok(PolicyResult::saying(false, message));
    }
    if policy.check_have_i_been_pwned || policy.check_zxcvbn {
        return Err(Error::Denied("This password cannot be checked for how easily it is guessed yet, so it is refused.".into()));
    }
    Ok(PolicyResult::silent(true))
}

/// What was typed into the prompt of that key.
fn typed<'a>(request: &'a PolicyRequest, field: &str) -> Option<&'a str> {
    let prompted = request.context.get("prompt_data").and_then(|data| data.get(field));
    prompted.or_else(|| request.context.get(field)).and_then(Json::as_str)
}

/// Whether there are enough characters of each kind.
fn follows(policy: &PasswordPolicy, password: &str) -> bool {
    let enough = |wanted: i64, fits: &dyn Fn(char) -> bool| {
        let found = password.chars().filter(|letter| fits(*letter)).count();
        i64::try_from(found).is_ok_and(|found| found >= wanted)
    };
    enough(policy.length_min, &|_| true)
        && enough(policy.amount_digits, &|letter| letter.is_ascii_digit())
        && enough(policy.amount_uppercase, &|letter| letter.is_ascii_uppercase())
        && enough(policy.amount_lowercase, &|letter| letter.is_ascii_lowercase())
        && enough(policy.amount_symbols, &|letter| policy.symbol_charset.contains(letter))
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

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

    fn told(policy: &PasswordPolicy, context: &Json) -> Result<PolicyResult> {
        let empty = Map::new();
        judge(policy, &PolicyRequest::about(None).knowing(context.as_object().unwrap_or(&empty).clone()))
    }

    #[test]
    fn every_rule_counts() {
        let words = |policy: &PasswordPolicy, context: &Json| told(policy, context).map(|result| (result.passing, result.messages));
        assert_eq!(words(&policy(), &json!({ "prompt_data": { "password": "Abcdef1!" } })), Ok((true, Vec::new())));
        for weak in ["Abcde1!", "Abcdefg!", "abcdef1!", "ABCDEF1!", "Abcdefg1"] {
            let refused = Ok((false, vec![FALLBACK.to_owned()]));
            assert_eq!(words(&policy(), &json!({ "prompt_data": { "password": weak } })), refused, "{weak}");
        }
        let other = PasswordPolicy { error_message: "Longer!".into(), ..policy() };
        assert_eq!(told(&other, &json!({ "password": "x" })).map(|result| result.messages), Ok(vec!["Longer!".into()]));
    }

    #[test]
    fn no_password_is_no_good_password() {
        for context in [json!({}), json!({ "prompt_data": { "password": 5 } }), json!({ "prompt_data": { "other": "Abcdef1!" } })] {
            assert_eq!(told(&policy(), &context).map(|result| result.passing), Ok(false), "{context}");
        }
    }

    #[test]
    fn what_cannot_be_checked_is_refused() {
        let strict = PasswordPolicy { check_zxcvbn: true, ..policy() };
        let context = json!({ "password": "Abcdef1!" });
        assert!(matches!(told(&strict, &context), Err(Error::Denied(_))));
    }
}
