//! Rules across the fields of a redirect stage.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Result, Value};

/// A stage must lead somewhere.
pub(crate) struct RedirectHooks;

impl Hooks for RedirectHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if draft.invalid.is_empty()
                && let Some((field, message)) = missing(draft.sent("mode"), draft.sent("target_static"), draft.sent("target_flow"))
            {
                draft.invalid.add(field, message);
            }
            Ok(())
        })
    }
}

/// The target that a request which names the mode must name too; the contract never looks at what is stored.
fn missing(mode: Option<&Value>, target_static: Option<&Value>, target_flow: Option<&Value>) -> Option<(&'static str, &'static str)> {
    let named = |target: Option<&Value>| target.is_some_and(|target| !target.is_null() && target.as_str() != Some(""));
    match mode?.as_str()? {
        "static" if !named(target_static) => Some(("non_field_errors", "Target URL should be present when mode is Static.")),
        "flow" if !named(target_flow) => Some(("non_field_errors", "Target Flow should be present when mode is Flow.")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_target_must_fit_the_mode() {
        let (fixed, flow, url) = (Value::from("static"), Value::from("flow"), Value::from("/x"));
        assert!(missing(Some(&fixed), None, None).is_some());
        assert!(missing(Some(&fixed), Some(&Value::from("")), None).is_some());
        assert_eq!(missing(Some(&fixed), Some(&url), None), None);
        assert!(missing(Some(&flow), Some(&url), Some(&Value::Null)).is_some());
        assert_eq!(missing(Some(&flow), None, Some(&Value::from(uuid::Uuid::nil()))), None);
        assert_eq!(missing(None, None, None), None, "a change of another field needs no target");
    }
}
