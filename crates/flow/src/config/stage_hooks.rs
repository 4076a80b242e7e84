//! What is irregular about stages, whatever their type.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result};
use vestibule_store::Transaction;

use super::flow_set;

/// Hooks of every type of stage: it may be written together with the flows it belongs to.
pub(crate) struct StageHooks;

impl Hooks for StageHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(flow_set::validate(cx, draft))
    }

    fn written<'a>(&'a self, _cx: &'a Context, tx: &'a mut Transaction, draft: &'a Draft, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(flow_set::write(tx, draft, row))
    }
}
