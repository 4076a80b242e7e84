//! What is irregular about bindings.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result};

use super::target_key;

/// What can be bound.
const KINDS: &[&str] = &["group", "policy", "user"];

/// What can be bound to targets that decide by membership alone, by their model labels.
const MEMBERSHIP_ONLY: &[&str] = &["authentik_core.applicationentitlement"];

/// A target goes by two keys on the way in and by its own on the way out; exactly one kind of thing is bound.
pub(crate) struct BindingHooks;

impl Hooks for BindingHooks {
    fn received<'a>(&'a self, cx: &'a Context, body: &'a mut Map<String, Json>) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let own = body.get("target").and_then(Json::as_str).and_then(|text| Uuid::try_parse(text.trim()).ok());
            if let Some(own) = own
                && let Some(target) = target_key::of_object(cx, own).await?
            {
                body.insert("target".into(), target.to_string().into());
            }
            Ok(())
        })
    }

    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            // A rule across fields is only worth telling once each field on its own is right.
            if draft.invalid.is_empty() {
                let target = target_key::type_of(cx, draft.get("target")).await?;
                let by_membership = target.is_some_and(|target| MEMBERSHIP_ONLY.contains(&target.model));
                check_bound(draft, by_membership);
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let targets: Vec<Uuid> = rows.iter().filter_map(|row| row.uuid("target")).collect();
            let objects_of = target_key::objects_of(cx, &targets).await?;
            for (row, object) in rows.iter().zip(objects) {
                if let Some(own) = row.uuid("target").and_then(|target| objects_of.get(&target)) {
                    object.insert("target".into(), own.to_string().into());
                }
            }
            Ok(())
        })
    }
}

/// Exactly one thing is bound, of a kind that the target takes.
fn check_bound(draft: &mut Draft, by_membership: bool) {
    let takes = |kind: &str| !(by_membership && kind == "policy");
    let named: Vec<String> = KINDS.iter().filter(|kind| takes(kind)).map(|kind| format!("'{kind}'")).collect();
    let bound: Vec<&str> = KINDS.iter().copied().filter(|kind| !draft.get(kind).is_null()).collect();
    match bound.as_slice() {
        [one] if takes(one) => {}
        [] | [_] => draft.invalid.add("non_field_errors", format!("One of {} must be set.", named.join(", "))),
        _ => draft.invalid.add("non_field_errors", format!("Only one of {} can be set.", named.join(", "))),
    }
}
