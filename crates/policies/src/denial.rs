//! Why visitors were turned away, kept for a while under the code that they were shown.

use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Result, Value};
use vestibule_resource_derive::Resource;
use vestibule_store::{Actor, Condition, Op, Query};

use crate::{Gate, Policies, PolicyResult, explain};

/// How long a denial is kept.
const LIFETIME: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Most denials that are kept; beyond that the oldest go.
const MOST: u64 = 10_000;

/// Most denials that are kept of one minute: strangers cause them.
const PER_MINUTE: u32 = 300;

/// Why a visitor was turned away.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "vestibule_policies.denial",
    table = "denial",
    key = "code",
    verbose = "Denial",
    plural = "Denials",
    display = "Denial {code}",
    expires,
    unbounded,
    internal
)]
pub struct Denial {
    /// The code that the visitor was shown.
    #[field(internal)]
    pub code: Uuid,
    /// Who was turned away, if they are known.
    #[field(internal, to = "authentik_core.user", on_delete = cascade)]
    pub user: Option<i64>,
    /// The decision.
    #[field(internal, kind = object, blank)]
    pub tree: Json,
    /// When it was made.
    #[field(internal, default = now)]
    pub created: Timestamp,
    /// When it is forgotten.
    #[field(internal)]
    pub expires: Option<Timestamp>,
    /// Whether it ever is.
    #[field(internal, default = true)]
    pub expiring: bool,
}

/// How many denials were kept of the present minute.
#[derive(Debug, Default)]
pub(crate) struct Pace(Mutex<(i64, u32)>);

impl Pace {
    /// Whether one more may be kept.
    fn allows(&self, now: Timestamp) -> bool {
        let mut pace = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = now.as_second() / 60;
        if pace.0 != minute {
            *pace = (minute, 0);
        }
        pace.1 += 1;
        pace.1 <= PER_MINUTE
    }
}

/// Keeps why a visitor was turned away, under the id of the request, which their page shows. The denial stands whether or not that
/// succeeds, so what goes wrong is for the log.
pub async fn denied(cx: &Context, gate: &Gate, user: Option<i64>, result: &PolicyResult) {
    if let Err(error) = keep(cx, gate, user, result).await {
        tracing::error!(%error, request_id = cx.request.id, "why a visitor was turned away could not be kept");
    }
}

async fn keep(cx: &Context, gate: &Gate, user: Option<i64>, result: &PolicyResult) -> Result<()> {
    let (policies, now): (&Policies, _) = (cx.service()?, cx.store.world().now());
    let Ok(code) = Uuid::try_parse(&cx.request.id) else { return Ok(()) };
    // Where nothing was asked there is nothing to tell.
    if result.source_results.is_empty() || !policies.pace().allows(now) {
        return Ok(());
    }
    let tree = explain(cx, gate, user, result).await?;
    let values = vec![
        ("code", code.into()),
        ("user", user.into()),
        ("tree", Value::from(tree)),
        ("expires", now.checked_add(LIFETIME).unwrap_or(Timestamp::MAX).into()),
    ];
    let mut tx = cx.store.begin(Actor::default()).await?;
    tx.insert(Denial::RESOURCE, values).await?;
    tx.commit().await?;
    // Looked at now and then: counting costs more than keeping.
    if code.as_bytes().first() == Some(&0) { make_room(cx).await } else { Ok(()) }
}

/// Forgets the oldest denials beyond the most that are kept.
async fn make_room(cx: &Context) -> Result<()> {
    let newest = Query::all(Denial::RESOURCE).order("-created").limit(MOST);
    let kept = cx.store.select(&newest).await?;
    let Some(last) = kept.last().filter(|_| kept.len() as u64 == MOST).and_then(|row| row.time("created")) else { return Ok(()) };
    let mut tx = cx.store.begin(Actor::default()).await?;
    tx.delete_where(&Query::all(Denial::RESOURCE).filter(Condition::compare("created", Op::Lt, last))).await?;
    tx.commit().await
}

/// The denial of that code; `None` when there is none.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn denial(cx: &Context, code: &str) -> Result<Option<vestibule_resource::Record>> {
    match Uuid::try_parse(code.trim()) {
        Ok(code) => cx.store.get(Denial::RESOURCE, code).await,
        Err(_) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_fill_no_disk() {
        let (pace, now) = (Pace::default(), Timestamp::UNIX_EPOCH);
        assert_eq!((0..1000).filter(|_| pace.allows(now)).count(), 300);
        assert!(pace.allows(now + SignedDuration::from_secs(60)), "the next minute is another");
    }
}
