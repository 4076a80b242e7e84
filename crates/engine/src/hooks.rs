//! What is irregular about a resource, around the regular operations.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_resource::{Record, Result};
use vestibule_store::{Condition, Transaction};

use crate::{Context, Draft};

/// Hooks of a resource. Every one does nothing unless it is written; they run in the order in which they stand here.
pub trait Hooks: Send + Sync {
    /// Rows that callers may see without holding a permission, beyond what ownership gives. `None`: no such rule.
    fn visible_to(&self, _cx: &Context) -> Option<Condition> {
        None
    }

    /// Rows that nobody sees through this collection, e.g. built-in ones.
    fn hidden(&self, _cx: &Context) -> Condition {
        Condition::True
    }

    /// A query parameter that the descriptor's filters do not cover. `None`: not mine, ignore it.
    fn filter<'a>(&'a self, _cx: &'a Context, _param: &'a str, _value: &'a str) -> BoxFuture<'a, Result<Option<Condition>>> {
        Box::pin(async { Ok(None) })
    }

    /// The body as it arrived, before its fields are validated: for what the contract takes in more than one form.
    fn received<'a>(&'a self, _cx: &'a Context, _body: &'a mut Map<String, Json>) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    /// Rules across fields, and values that the caller does not choose. Add what is wrong to `draft.invalid`.
    fn validate<'a>(&'a self, _cx: &'a Context, _draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    /// After the row and its links were written, in the same transaction.
    fn written<'a>(&'a self, _cx: &'a Context, _tx: &'a mut Transaction, _draft: &'a Draft, _row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    /// Before the row is deleted, in the same transaction.
    fn deleting<'a>(&'a self, _cx: &'a Context, _tx: &'a mut Transaction, _row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    /// Works out the computed fields of the rows being shown, each into the object of the same index. Answers in a bounded
    /// number of queries, however many rows there are.
    fn show<'a>(&'a self, _cx: &'a Context, _rows: &'a [Record], _objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}
