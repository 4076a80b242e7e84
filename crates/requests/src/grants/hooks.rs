//! What is irregular about requests.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Hooks};
use vestibule_resource::{Record, Result, Value, Word as _};
use vestibule_store::{Condition, Transaction};

use super::{Status, TARGETS, access};
use crate::target::Targets;

/// Whom an agent acts for sees its requests; what was granted goes with the request.
pub(super) struct GrantHooks;

impl Hooks for GrantHooks {
    fn visible_to(&self, cx: &Context) -> Option<Condition> {
        cx.caller.user().map(|user| Condition::is("agent_owner", user))
    }

    fn deleting<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(access::take(cx, tx, row))
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let keys: Vec<Value> = rows.iter().map(|row| row.key().clone()).collect();
            let pairs = cx.store.links(&TARGETS, &keys).await?;
            let targets = Targets::of(cx, pairs.iter().map(|(_, target)| target)).await?;
            let now = cx.store.world().now();
            for (row, object) in rows.iter().zip(objects) {
                let active = row.text("status") == Status::Approved.word() && row.time("expires").is_none_or(|end| end > now);
                let own = pairs.iter().filter(|(request, _)| request == row.key());
                object.insert("is_active".into(), active.into());
                object.insert("target_objs".into(), own.filter_map(|(_, target)| targets.full(target)).collect());
            }
            Ok(())
        })
    }
}
