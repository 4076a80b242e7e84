//! Rules across the fields of an identification stage.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Result, Value};

/// There must be some way to say who one is.
pub(crate) struct IdentificationHooks;

impl Hooks for IdentificationHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if draft.invalid.is_empty() && nothing_offered(draft.sent("user_fields"), draft.links("sources")) {
                draft.invalid.add("non_field_errors", "When no user fields are selected, at least one source must be selected");
            }
            Ok(())
        })
    }
}

/// The contract looks at the request alone: also a change of something else must name one of the two.
fn nothing_offered(user_fields: Option<&Value>, sources: Option<&[Value]>) -> bool {
    let fields = user_fields.and_then(Value::as_json).and_then(|list| list.as_array());
    fields.is_none_or(Vec::is_empty) && sources.is_none_or(<[Value]>::is_empty)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_request_must_name_fields_or_sources() {
        let fields = Value::from(json!(["username"]));
        assert!(nothing_offered(None, None));
        assert!(nothing_offered(Some(&Value::from(json!([]))), Some(&[])));
        assert!(!nothing_offered(Some(&fields), None));
        assert!(!nothing_offered(None, Some(&[Value::Int(1)])));
    }
}
