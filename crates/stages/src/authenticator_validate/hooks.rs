//! Rules across the fields of a validation stage.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Result, Value, Word as _};

use super::NotConfiguredAction;

/// Who is told to set a device up must be told where.
pub(crate) struct ValidateHooks;

impl Hooks for ValidateHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if leads_nowhere(draft.sent("not_configured_action"), draft.links("configuration_stages")) {
                let message = "When \"Not configured action\" is set to \"Configure\", you must set a configuration stage.";
                draft.invalid.add("not_configured_action", message);
            }
            Ok(())
        })
    }
}

/// The contract looks at the request alone: who names the action names the stages too.
fn leads_nowhere(action: Option<&Value>, stages: Option<&[Value]>) -> bool {
    action.and_then(Value::as_str) == Some(NotConfiguredAction::Configure.word()) && stages.is_none_or(<[Value]>::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn configuring_needs_a_stage() {
        let (configure, skip) = (Value::from("configure"), Value::from("skip"));
        assert!(leads_nowhere(Some(&configure), None) && leads_nowhere(Some(&configure), Some(&[])));
        assert!(!leads_nowhere(Some(&configure), Some(&[Value::Int(1)])));
        assert!(!leads_nowhere(Some(&skip), None) && !leads_nowhere(None, None));
    }
}
