//! What is irregular about the bindings of rules.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result, Value};

use super::RELATED;
use crate::target::Targets;

/// Who can bind policies may let people ask: both decide in the end who gets in.
const POWER: &str = "authentik_policies.add_policybinding";

/// Nobody opens a way to something that they could not give themselves.
pub(super) struct TargetHooks;

impl Hooks for TargetHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let held = cx.holds(POWER);
            if draft.sent("target").is_some() && !held {
                draft.invalid.add("target", "Only who may bind policies decides what can be requested.");
            }
            Ok(())
        })
    }
}

/// Shows what else can be asked for.
pub(super) struct RelatedHooks;

impl Hooks for RelatedHooks {
    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let keys: Vec<Value> = rows.iter().map(|row| row.key().clone()).collect();
            let pairs = cx.store.links(&RELATED, &keys).await?;
            let targets = Targets::of(cx, pairs.iter().map(|(_, target)| target)).await?;
            for (row, object) in rows.iter().zip(objects) {
                let own = pairs.iter().filter(|(binding, _)| binding == row.key());
                object.insert("related_obj".into(), own.filter_map(|(_, target)| targets.brief(target)).collect());
            }
            Ok(())
        })
    }
}
