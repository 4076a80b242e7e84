//! Reviewing: whom the rule names says that the object is in order.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Error, Model as _, Record, Result, Value};
use vestibule_store::{Query, Transaction};

use super::{LifecycleIteration, Review, State, reviewers::Named, shown};
use crate::rules::LifecycleRule;

/// Only whom the rule names reviews, and only once; the last one who had to ends the review.
pub(super) struct ReviewHooks;

impl Hooks for ReviewHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            draft.set("reviewer", cx.caller.user());
            let Some(key) = draft.sent("iteration").cloned() else { return Ok(()) };
            match shown::seen(cx, &key).await? {
                None => draft.invalid.add("iteration", format!("Invalid pk \"{key}\" - object does not exist.")),
                Some(iteration) if !shown::can_review(cx, &iteration).await? => {
                    draft.invalid.add("iteration", "You cannot review this, or not again.");
                }
                Some(_) => {}
            }
            Ok(())
        })
    }

    fn written<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, _draft: &'a Draft, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(finish(cx, tx, row.get("iteration")))
    }
}

/// Ends the review when everybody reviewed who had to.
async fn finish(cx: &Context, tx: &mut Transaction, key: &Value) -> Result<()> {
    let iteration = tx.lock(LifecycleIteration::RESOURCE, key).await?.ok_or_else(|| Error::internal("a review of nothing"))?;
    let rules = cx.store.rows(LifecycleRule::RESOURCE).await?;
    let Some(rule) = rules.find(iteration.get("of_rule")) else { return Ok(()) };
    let reviews = tx.select(&Query::all(Review::RESOURCE).is("iteration", key.clone())).await?;
    let reviewed: Vec<i64> = reviews.iter().map(|review| review.int("reviewer")).collect();
    let named = Named::of(&cx.store, std::slice::from_ref(rule.key())).await?;
    if named.enough(&cx.store, rule, &reviewed).await? {
        tx.update(LifecycleIteration::RESOURCE, key, vec![("state", State::Reviewed.into())]).await?;
    }
    Ok(())
}
