//! What is irregular about scores: several names can be asked for at once.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Hooks};
use vestibule_resource::{Result, Value};
use vestibule_store::Condition;

/// Query parameter: names with commas between.
pub(super) const IDENTIFIERS: &str =
    r#"{"in":"query","name":"identifier_in","schema":{"type":"array","items":{"type":"string"}},"explode":false,"style":"form"}"#;

/// What is irregular about scores.
pub(super) struct ReputationHooks;

impl Hooks for ReputationHooks {
    fn filter<'a>(&'a self, _cx: &'a Context, param: &'a str, value: &'a str) -> BoxFuture<'a, Result<Option<Condition>>> {
        let names = || value.split(',').filter(|name| !name.is_empty()).map(Value::from).collect();
        let asked = (param == "identifier_in" && !value.is_empty()).then(|| Condition::In { path: "identifier".into(), values: names() });
        Box::pin(async move { Ok(asked) })
    }
}
