//! `POST mark_all_seen/`: the caller has seen everything.

use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_resource::{Error, Model as _, Result};
use vestibule_store::Query;

use super::Notification;

/// Notifications marked in one transaction: other writers wait for it.
const AT_ONCE: u64 = 500;

/// Marking notifications.
pub(super) static ACTIONS: &[Action] = &[Action {
    path: "mark_all_seen",
    method: "POST",
    id: "events_notifications_mark_all_seen_create",
    target: Target::Collection,
    need: Need::Login,
    schema: Schema::NOTHING,
    run: |cx, _, _| Box::pin(mark_all_seen(cx)),
}];

async fn mark_all_seen(cx: &Context) -> Result<Answer> {
    let user = cx.caller.user().ok_or_else(Error::denied)?;
    let unseen = Query::all(Notification::RESOURCE).is("user", user).is("seen", false).limit(AT_ONCE);
    loop {
        let mut tx = cx.begin().await?;
        let rows = tx.select(&unseen).await?;
        for row in &rows {
            tx.update(Notification::RESOURCE, row.key(), vec![("seen", true.into())]).await?;
        }
        tx.commit().await?;
        if rows.is_empty() {
            return Ok(Answer::no_content());
        }
    }
}
