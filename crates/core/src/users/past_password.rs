//! The passwords that somebody had before, kept as long as a policy asks whether one is used again.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Result, Value};
use vestibule_resource_derive::Resource;
use vestibule_secret::is_usable;
use vestibule_store::{Query, Transaction};

use super::User;

/// Model label of the policies that ask; they are another area's.
const ASKING: &str = "authentik_policies_unique_password.uniquepasswordpolicy";

/// A password that somebody had before.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_policies_unique_password.userpasswordhistory",
    table = "past_password",
    key = "past_password_uuid",
    verbose = "User Password History",
    plural = "User Password History",
    display = "Past password of {user}",
    unbounded,
    internal
)]
pub struct PastPassword {
    /// Key.
    #[field(internal, default = uuid)]
    pub past_password_uuid: Uuid,
    /// Whose it was.
    #[field(internal, to = "authentik_core.user", on_delete = cascade)]
    pub user: i64,
    /// Its hash.
    #[field(internal, kind = secret)]
    pub password: String,
    /// When it was replaced.
    #[field(internal, default = now)]
    pub created: Timestamp,
}

/// How many past passwords of each user are kept: as many as the policy asks for that asks for most, less the present one.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn past_passwords_kept(cx: &Context) -> Result<usize> {
    let Some(policies) = cx.store.catalog().find(ASKING) else { return Ok(0) };
    let asked = cx.store.rows(policies).await?.all.iter().map(|policy| policy.int("num_historical_passwords")).max().unwrap_or_default();
    Ok(usize::try_from(asked).unwrap_or_default().saturating_sub(1))
}

/// The hashes of the last `count` passwords of a user, the present one first.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn last_passwords(cx: &Context, user: i64, count: usize) -> Result<Vec<String>> {
    let present = super::get(&cx.store, user).await?.map(|user| user.text("password").to_owned());
    let past = cx.store.select(&of(&user.into()).limit(u64::try_from(count).unwrap_or(u64::MAX))).await?;
    let all = present.into_iter().chain(past.iter().map(|row| row.text("password").to_owned()));
    Ok(all.filter(|hash| is_usable(hash)).take(count).collect())
}

/// Keeps the present password of a user as a past one, and forgets those beyond `kept`.
pub(super) async fn remember(tx: &mut Transaction, user: &Value, kept: usize) -> Result<()> {
    if kept > 0
        && let Some(row) = tx.first(&Query::all(User::RESOURCE).is("id", user.clone())).await?
        && is_usable(row.text("password"))
    {
        tx.insert(PastPassword::RESOURCE, vec![("user", user.clone()), ("password", row.text("password").into())]).await?;
    }
    for old in tx.select(&of(user)).await?.iter().skip(kept) {
        tx.delete(PastPassword::RESOURCE, old.key()).await?;
    }
    Ok(())
}

/// Past passwords of a user, the latest first.
fn of(user: &Value) -> Query {
    Query::all(PastPassword::RESOURCE).is("user", user.clone()).order("-created")
}
