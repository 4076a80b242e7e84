//! What is irregular about stages, whatever their type.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks, Plain};
use vestibule_resource::{Record, Resource, Result};
use vestibule_store::{Condition, Transaction};

use super::flow_set;

/// Hooks of every type of stage: a stage is shown with the name of its type, and may be written together with the flows it belongs
/// to. The type's own hooks run after that.
pub struct StageHooks(&'static dyn Hooks);

impl StageHooks {
    /// For a type without hooks of its own.
    pub const PLAIN: StageHooks = StageHooks(&Plain);

    /// For a type with hooks of its own.
    pub const fn with(own: &'static dyn Hooks) -> Self {
        StageHooks(own)
    }
}

impl Hooks for StageHooks {
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
        Box::pin(async move {
            flow_set::validate(cx, draft).await?;
            self.0.validate(cx, draft).await
        })
    }

    fn written<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, draft: &'a Draft, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            flow_set::write(tx, draft, row).await?;
            self.0.written(cx, tx, draft, row).await
        })
    }

    fn deleting<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        self.0.deleting(cx, tx, row)
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (row, object) in rows.iter().zip(objects.iter_mut()) {
                describe(cx.store.catalog().find(row.text("model")).unwrap_or(row.resource), object);
            }
            self.0.show(cx, rows, objects).await
        })
    }
}

/// Names a type in the object that is shown.
pub(super) fn describe(resource: &'static Resource, object: &mut Map<String, Json>) {
    object.insert("component".into(), resource.form.into());
    object.insert("verbose_name".into(), resource.verbose_name.into());
    object.insert("verbose_name_plural".into(), resource.verbose_name_plural.into());
    object.insert("meta_model_name".into(), resource.model.into());
}
