//! Using an invitation up, in the transaction that makes use of it.

use futures::future::BoxFuture;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_flow::{Plan, keys};
use vestibule_resource::{Model as _, Result, Value};
use vestibule_store::Transaction;

use super::{Invitation, hold, reservation};

/// The invitation that let a visitor in, as their plan remembers it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Key of the invitation.
    pub(super) pk: Uuid,
    /// Its name.
    pub(super) name: String,
    /// What it fixed.
    pub(super) fixed_data: Json,
    /// It lets only one person in.
    pub(super) single_use: bool,
    /// The browser that holds it.
    pub(super) holder: Option<Uuid>,
    /// It was used up already, by this visitor.
    pub(super) consumed: bool,
}

/// Whether a visitor may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consumed {
    /// They may: the invitation is theirs, or they need none.
    Yes,
    /// Somebody else has used it up or opened it since, or it has expired.
    No,
}

/// Whether the plan has an invitation that is to be used up.
pub(crate) fn is_due(plan: &Plan) -> bool {
    entry(plan).is_some_and(|entry| entry.single_use && !entry.consumed)
}

/// Uses up the single-use invitation of a plan. Two visitors can never both be told `Yes`: it rests on the deletion of one row.
///
/// # Errors
/// `Internal` when the database fails.
pub(crate) async fn consume(tx: &mut Transaction, plan: &Plan, now: Timestamp) -> Result<Consumed> {
    let Some(entry) = entry(plan).filter(|entry| entry.single_use && !entry.consumed) else {
        return Ok(Consumed::Yes);
    };
    let key = Value::Uuid(entry.pk);
    let Some(row) = tx.lock(Invitation::RESOURCE, &key).await?.filter(|row| row.time("expires").is_none_or(|end| end > now)) else {
        return Ok(Consumed::No);
    };
    if !row.flag("single_use") {
        return Ok(Consumed::Yes);
    }
    let held = reservation::find(tx, entry.pk).await?.map(|(_, held)| held);
    if !hold::open_to(held, entry.holder.unwrap_or_default(), now) {
        return Ok(Consumed::No);
    }
    Ok(if tx.delete(Invitation::RESOURCE, row.key()).await? { Consumed::Yes } else { Consumed::No })
}

/// Lets go of the invitation that a plan holds, so that its link works for the next one who opens it.
pub(super) fn release<'a>(cx: &'a Context, plan: &'a Plan) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        let Some((key, holder)) = entry(plan).and_then(|entry| Some((entry.pk, entry.holder?))) else {
            return Ok(());
        };
        let mut tx = cx.begin().await?;
        reservation::remove(&mut tx, key, holder).await?;
        tx.commit().await
    })
}

/// Notes in the plan that its invitation is used up; once the transaction that did it is committed.
pub(crate) fn mark_consumed(plan: &mut Plan) {
    if let Some(entry) = plan.context.get_mut(keys::INVITATION).and_then(Json::as_object_mut) {
        entry.insert("consumed".to_owned(), Json::Bool(true));
    }
}

/// The invitation that a plan has, if any.
pub(super) fn entry(plan: &Plan) -> Option<Entry> {
    serde_json::from_value(plan.context.get(keys::INVITATION)?.clone()).ok()
}
