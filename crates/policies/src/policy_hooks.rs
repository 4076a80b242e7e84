//! What is irregular about policies, whatever their type.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Hooks};
use vestibule_resource::{Record, Result};
use vestibule_store::Condition;

use crate::uses;

/// Query parameters of the list of all policies that look at where they are used.
pub(crate) const PARAMS: &[&str] = &[
    r#"{"in":"query","name":"bindings__isnull","schema":{"type":"boolean"}}"#,
    r#"{"in":"query","name":"promptstage__isnull","schema":{"type":"boolean"}}"#,
];

/// Label of the stages that check what people type by policies.
const PROMPT_STAGE: &str = "authentik_stages_prompt.promptstage";

/// Hooks of every type of policy: it is shown with the number of its uses.
pub struct PolicyHooks;

impl Hooks for PolicyHooks {
    fn filter<'a>(&'a self, cx: &'a Context, param: &'a str, _value: &'a str) -> BoxFuture<'a, Result<Option<Condition>>> {
        Box::pin(async move {
            let Some(unused) = cx.request.params.flag(param) else { return Ok(None) };
            let values = match param {
                "bindings__isnull" => uses::in_bindings(cx).await?,
                "promptstage__isnull" => uses::linked_from(cx, |resource| resource.model == PROMPT_STAGE).await?,
                _ => return Ok(None),
            };
            let used = Condition::In { path: "policy_uuid".into(), values };
            Ok(Some(if unused { Condition::Not(Box::new(used)) } else { used }))
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let mut uses = uses::in_bindings(cx).await?;
            uses.extend(uses::linked_from(cx, |_| true).await?);
            for (row, object) in rows.iter().zip(objects) {
                let count = uses.iter().filter(|policy| *policy == row.get("policy_uuid")).count();
                object.insert("bound_to".into(), count.into());
            }
            Ok(())
        })
    }
}
