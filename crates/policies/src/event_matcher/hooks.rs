//! What is irregular about event matchers.

use futures::future::BoxFuture;
use vestibule_core::events::EventAction;
use vestibule_engine::{Context, Draft, Hooks, ql::Filter};
use vestibule_resource::{Error, Result, Word as _};
use vestibule_store::Condition;

/// Query parameters of the list that are not as their fields: two take any text, and one may be null.
pub(crate) const PARAMS: &[&str] = &[
    r##"{"in":"query","name":"action","schema":{"allOf":[{"$ref":"#/components/schemas/EventActions"}],"nullable":true}}"##,
    r#"{"in":"query","name":"app","schema":{"type":"string"}}"#,
    r#"{"in":"query","name":"model","schema":{"type":"string"}}"#,
];

/// At least one thing must be matched, and the query must be understood.
pub(crate) struct MatcherHooks;

impl Hooks for MatcherHooks {
    fn filter<'a>(&'a self, _cx: &'a Context, param: &'a str, value: &'a str) -> BoxFuture<'a, Result<Option<Condition>>> {
        Box::pin(async move {
            match param {
                "action" if !value.is_empty() && EventAction::from_word(value).is_none() => {
                    Err(Error::field(param, format!("Select a valid choice. {value} is not one of the available choices.")))
                }
                "action" | "app" | "model" if !value.is_empty() => Ok(Some(Condition::is(param, value))),
                _ => Ok(None),
            }
        })
    }

    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            check_query(draft);
            let criteria = ["action", "client_ip", "app", "model", "query"];
            if draft.invalid.is_empty() && criteria.iter().all(|name| draft.get(name).is_null()) {
                draft.invalid.add("non_field_errors", "At least one criteria must be set.");
            }
            Ok(())
        })
    }
}

fn check_query(draft: &mut Draft) {
    let query = draft.sent("query").and_then(|query| query.as_str());
    if let Some(Err(wrong)) = query.map(Filter::parse) {
        draft.invalid.add("query", format!("Query Syntax Error: {wrong}"));
    }
}
