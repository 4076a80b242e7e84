//! Whether the browser that opened a single-use invitation will still use it.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_core::sessions::Sessions;
use vestibule_engine::Context;
use vestibule_flow::Plan;
use vestibule_resource::Result;

use super::{consume::entry, hold::Hold};

/// Whether it will not: its session is gone, as after a crash, or went on to something else.
pub(super) async fn is_abandoned(cx: &Context, hold: Hold, invitation: Uuid, now: Timestamp) -> Result<bool> {
    let sessions: &Sessions = cx.service()?;
    if !hold.is_settled(now, sessions.alone_since()) {
        return Ok(false);
    }
    let session = sessions.find(hold.holder).await?;
    let plan = session.and_then(|session| Plan::of_session(session.json("data")));
    Ok(plan.as_ref().and_then(entry).is_none_or(|entry| entry.pk != invitation))
}
