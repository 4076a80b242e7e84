//! The hooks of a resource together with those of its bases.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_resource::{Record, Result};
use vestibule_store::{Condition, Transaction};

use crate::{Context, Draft, Hooks};

/// Hooks that run one after the other, those of the outermost base first.
#[derive(Clone, Default)]
pub struct Chain(Vec<&'static dyn Hooks>);

impl Chain {
    /// Adds hooks that run after those that are there.
    pub(crate) fn push(&mut self, hooks: &'static dyn Hooks) {
        self.0.push(hooks);
    }

    /// Adds the hooks of another chain.
    pub(crate) fn extend(&mut self, other: &Chain) {
        self.0.extend(&other.0);
    }
}

impl Hooks for Chain {
    fn visible_to(&self, cx: &Context) -> Option<Condition> {
        let reasons: Vec<Condition> = self.0.iter().filter_map(|hooks| hooks.visible_to(cx)).collect();
        (!reasons.is_empty()).then_some(Condition::Any(reasons))
    }

    fn hidden(&self, cx: &Context) -> Condition {
        self.0.iter().map(|hooks| hooks.hidden(cx)).fold(Condition::True, Condition::and)
    }

    fn filter<'a>(&'a self, cx: &'a Context, param: &'a str, value: &'a str) -> BoxFuture<'a, Result<Option<Condition>>> {
        Box::pin(async move {
            for hooks in &self.0 {
                if let Some(condition) = hooks.filter(cx, param, value).await? {
                    return Ok(Some(condition));
                }
            }
            Ok(None)
        })
    }

    fn received<'a>(&'a self, cx: &'a Context, body: &'a mut Map<String, Json>) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for hooks in &self.0 {
                hooks.received(cx, body).await?;
            }
            Ok(())
        })
    }

    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for hooks in &self.0 {
                hooks.validate(cx, draft).await?;
            }
            Ok(())
        })
    }

    fn written<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, draft: &'a Draft, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for hooks in &self.0 {
                hooks.written(cx, tx, draft, row).await?;
            }
            Ok(())
        })
    }

    fn deleting<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for hooks in &self.0 {
                hooks.deleting(cx, tx, row).await?;
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for hooks in &self.0 {
                hooks.show(cx, rows, objects).await?;
            }
            Ok(())
        })
    }
}
