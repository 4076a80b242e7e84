//! What is irregular about policies, whatever their type.

use std::collections::HashMap;

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_engine::{Context, Draft, Hooks, Plain};
use vestibule_resource::{Model as _, Record, Result};
use vestibule_store::{Condition, Transaction};

use crate::PolicyBinding;

/// Hooks of every type of policy: a policy is shown with the name of its type and the number of its uses. The type's own hooks run
/// after that.
pub struct PolicyHooks(&'static dyn Hooks);

impl PolicyHooks {
    /// For a type without hooks of its own.
    pub const PLAIN: PolicyHooks = PolicyHooks(&Plain);

    /// For a type with hooks of its own.
    pub const fn with(own: &'static dyn Hooks) -> Self {
        PolicyHooks(own)
    }
}

impl Hooks for PolicyHooks {
    fn visible_to(&self, cx: &Context) -> Option<Condition> {
        self.0.visible_to(cx)
    }

    fn hidden(&self, cx: &Context) -> Condition {
        self.0.hidden(cx)
    }

    fn filter<'a>(&'a self, cx: &'a Context, param: &'a str, value: &'a str) -> BoxFuture<'a, Result<Option<Condition>>> {
        self.0.filter(cx, param, value)
    }

    fn received<'a>(&'a self, cx: &'a Context, body: &'a mut Map<String, Json>) -> BoxFuture<'a, Result<()>> {
        self.0.received(cx, body)
    }

    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        self.0.validate(cx, draft)
    }

    fn written<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, draft: &'a Draft, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        self.0.written(cx, tx, draft, row)
    }

    fn deleting<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        self.0.deleting(cx, tx, row)
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let mut uses: HashMap<Uuid, i64> = HashMap::new();
            for policy in cx.store.rows(PolicyBinding::RESOURCE).await?.all.iter().filter_map(|binding| binding.uuid("policy")) {
                *uses.entry(policy).or_default() += 1;
            }
            for (row, object) in rows.iter().zip(objects.iter_mut()) {
                let count = row.uuid("policy_uuid").and_then(|key| uses.get(&key)).copied().unwrap_or_default();
                describe(cx, row, count, object);
            }
            self.0.show(cx, rows, objects).await
        })
    }
}

fn describe(cx: &Context, row: &Record, uses: i64, object: &mut Map<String, Json>) {
    let concrete = cx.store.catalog().find(row.text("model")).unwrap_or(row.resource);
    object.insert("bound_to".into(), uses.into());
    object.insert("component".into(), concrete.form.into());
    object.insert("verbose_name".into(), concrete.verbose_name.into());
    object.insert("verbose_name_plural".into(), concrete.verbose_name_plural.into());
    object.insert("meta_model_name".into(), concrete.model.into());
}
