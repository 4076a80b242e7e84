//! What this server is licensed for, and how many people it serves.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use vestibule_core::{
    Keys,
    users::{User, UserType},
};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Model as _, Result, Word as _};
use vestibule_store::{Condition, Op, Query};

/// As many people as the numbers of every client can count.
const EVERYBODY: i32 = i32::MAX;

/// Days that the forecast looks back.
const MONTH: i64 = 30;

/// How often such a time fits into the year that the forecast looks ahead.
const AHEAD: u64 = 12;

/// Everything is free, so the licence is for everybody and never ends.
pub(super) fn summary() -> Answer {
    // The last second that our own calendar knows.
    let end = Timestamp::constant(253_402_207_200, 0);
    Answer::json(
        200,
        json!({
            "internal_users": EVERYBODY, "external_users": EVERYBODY, "status": "valid",
            "latest_valid": vestibule_resource::Value::Time(end).to_json(), "license_flags": [],
        }),
    )
}

/// The name of this installation.
pub(super) fn install_id(cx: &Context) -> Result<Answer> {
    Ok(Answer::json(200, json!({ "install_id": &*cx.service::<Keys>()?.install_id })))
}

/// How many users there are, and how many there will be in a year if as many come every month as in the last thirty days.
pub(super) async fn forecast(cx: &Context) -> Result<Answer> {
    let (internal, coming_internal) = counted(cx, UserType::Internal).await?;
    let (external, coming_external) = counted(cx, UserType::External).await?;
    Ok(Answer::json(
        200,
        json!({
            "internal_users": internal, "external_users": external,
            "forecasted_internal_users": internal + coming_internal * AHEAD, "forecasted_external_users": external + coming_external * AHEAD,
        }),
    ))
}

/// How many active users of a kind there are, and how many of them came lately.
async fn counted(cx: &Context, kind: UserType) -> Result<(u64, u64)> {
    let active = Query::all(User::RESOURCE).is("type", kind.word()).is("is_active", true);
    let since = cx.store.world().now() - SignedDuration::from_hours(24 * MONTH);
    let lately = active.clone().filter(Condition::compare("date_joined", Op::Gt, since));
    Ok((cx.store.count(&active).await?, cx.store.count(&lately).await?))
}
