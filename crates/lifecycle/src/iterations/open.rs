//! Beginning a review.

use futures::future::BoxFuture;
use vestibule_core::tenant::after;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Error, Model as _, Record, Result, Value, Word as _};
use vestibule_secret::duration;
use vestibule_store::{Condition, Query, Transaction};

use super::{LifecycleIteration, State};
use crate::rules::LifecycleRule;

/// Begins the review of one object.
pub(super) struct OpenHooks;

impl Hooks for OpenHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if draft.invalid.is_empty() {
                fill(cx, draft).await?;
            }
            Ok(())
        })
    }
}

async fn fill(cx: &Context, draft: &mut Draft) -> Result<()> {
    let content_type = draft.get("content_type").as_str().unwrap_or_default().to_owned();
    let object = draft.body.get("object_id").and_then(serde_json::Value::as_str).unwrap_or_default().trim().to_owned();
    if object.is_empty() {
        return Err(Error::not_possible(
            "The reviews of all objects of a type cannot be begun at once yet; name one of them in object_id.",
        ));
    }
    if !crate::object::exists(cx, &content_type, &object).await? {
        return Err(Error::field("object_id", "There is no such object."));
    }
    let rule = rule_for(cx, &content_type, &object).await?;
    let rule = rule.ok_or_else(|| Error::field("object_id", "No rule asks for a review of this object."))?;
    if is_open(cx, &rule, &object).await? {
        return Err(Error::field("object_id", "A review of this object is under way already."));
    }
    for (name, value) in columns(cx, &rule, &object) {
        draft.set(name, value);
    }
    Ok(())
}

/// The rule of the object's own, else the one of its type.
async fn rule_for(cx: &Context, content_type: &str, object: &str) -> Result<Option<Record>> {
    let rules = cx.store.rows(LifecycleRule::RESOURCE).await?;
    let of_type = || rules.all.iter().filter(|rule| rule.text("content_type") == content_type);
    let own = of_type().find(|rule| rule.get("object_id").as_str() == Some(object));
    Ok(own.or_else(|| of_type().find(|rule| rule.get("object_id").is_null())).map(|rule| rule.as_ref().clone()))
}

async fn is_open(cx: &Context, rule: &Record, object: &str) -> Result<bool> {
    let same = Query::all(LifecycleIteration::RESOURCE).is("of_rule", rule.key().clone()).is("object_id", object).filter(unfinished());
    cx.store.exists(&same).await
}

/// Reviews that still have to be done.
pub(super) fn unfinished() -> Condition {
    Condition::is("state", State::Pending.word())
}

/// Begins the review of an object under a rule.
pub(crate) async fn open(cx: &Context, tx: &mut Transaction, rule: &Record, object: &str) -> Result<()> {
    tx.insert(LifecycleIteration::RESOURCE, columns(cx, rule, object)).await?;
    Ok(())
}

fn columns(cx: &Context, rule: &Record, object: &str) -> Vec<(&'static str, Value)> {
    let now = cx.store.world().now();
    let later = |name: &str| after(now, duration::parse(rule.text(name)).unwrap_or_default());
    vec![
        ("content_type", rule.get("content_type").clone()),
        ("object_id", object.into()),
        ("of_rule", rule.key().clone()),
        ("opened_on", now.into()),
        ("grace_period_end", later("grace_period").into()),
        ("next_review_date", later("interval").into()),
    ]
}
