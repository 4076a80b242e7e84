//! What the types of stage that send mail have in common.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Result, Value};

/// The letter that such a stage sends must be one that there is.
pub(crate) struct LetterHooks;

impl Hooks for LetterHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let unknown = draft.sent("template").and_then(Value::as_str).filter(|name| !is_known(name)).map(str::to_owned);
            if let Some(name) = unknown {
                draft.invalid.add("template", format!("Invalid template '{name}' specified."));
            }
            Ok(())
        })
    }
}

fn is_known(name: &str) -> bool {
    vestibule_mail::templates().iter().any(|template| template.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_that_stages_send_by_default_are_there() {
        assert!(is_known("email/password_reset.html") && is_known("email/email_otp.html"));
        assert!(!is_known("../secret.html") && !is_known(""));
    }
}
