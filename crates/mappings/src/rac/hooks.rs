//! A mapping of a provider of remote access may do without an expression.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::Result;

/// What stands for an empty expression while fields are checked: every other type needs one, so an empty one would be refused.
const EMPTY: &str = " ";
/// What stands for an expression that a full body leaves away.
const ABSENT: &str = "\n";

/// Takes bodies without an expression, and with an empty one.
pub(super) struct RacHooks;

impl Hooks for RacHooks {
    fn received<'a>(&'a self, cx: &'a Context, body: &'a mut Map<String, Json>) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let stand_in = match body.get("expression") {
                None if cx.request.method != "PATCH" => Some(ABSENT),
                Some(Json::String(text)) if text.trim().is_empty() => Some(EMPTY),
                _ => None,
            };
            if let Some(stand_in) = stand_in {
                body.insert("expression".into(), stand_in.into());
            }
            Ok(())
        })
    }

    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            match draft.sent("expression").and_then(|text| text.as_str()) {
                Some(ABSENT) if !draft.creates() => draft.values.retain(|(name, _)| *name != "expression"),
                Some(ABSENT | EMPTY) => draft.set("expression", ""),
                _ => {}
            }
            Ok(())
        })
    }
}
