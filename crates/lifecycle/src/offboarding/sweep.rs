//! Doing what is due.

use vestibule_core::{
    events,
    tenant::Settings,
    tokens::Token,
    users::{self, User},
};
use vestibule_resource::{Error, Model as _, Record, Result, Value, Word as _};
use vestibule_store::{Actor, Condition, Op, Query, Store, Transaction};

use super::{OffboardingAction, OffboardingStatus, UserOffboarding};

/// How many are looked at in one go.
const BATCH: u64 = 100;

/// Lets every user leave whose time has come. Answers how many there were. What fails is marked as failed, and does not hold up the rest.
///
/// # Errors
/// `Internal` when the database fails; what was done until then stays done.
pub async fn sweep(store: &Store) -> Result<u64> {
    let due = Condition::compare("scheduled_at", Op::Le, store.world().now());
    let waiting = Query::all(UserOffboarding::RESOURCE).is("status", OffboardingStatus::Pending.word()).filter(due);
    let rows = store.select(&waiting.order("scheduled_at").limit(BATCH)).await?;
    for row in &rows {
        if let Err(error) = leave(store, row.key()).await {
            tracing::error!(%error, offboarding = %row.key(), "a user could not leave");
            let mut tx = store.begin(Actor::default()).await?;
            finish(&mut tx, store, row.key(), OffboardingStatus::Failed).await?;
            tx.commit().await?;
        }
    }
    Ok(rows.len() as u64)
}

/// Lets one user leave, unless another node was faster or it was called off.
async fn leave(store: &Store, key: &Value) -> Result<()> {
    let settings = Settings::load(store).await?;
    let mut tx = store.begin(Actor::default()).await?;
    let row = tx.lock(UserOffboarding::RESOURCE, key).await?;
    let Some(row) = row.filter(|row| row.text("status") == OffboardingStatus::Pending.word()) else { return Ok(()) };
    let user = tx.lock(User::RESOURCE, row.get("user")).await?.ok_or_else(|| Error::internal("an offboarding of nobody"))?;
    if row.flag("revoke_sessions") {
        users::end_sessions(&mut tx, user.key(), None).await?;
    }
    if row.flag("revoke_tokens") {
        tx.delete_where(&Query::all(Token::RESOURCE).is("user", user.key().clone())).await?;
    }
    finish(&mut tx, store, key, OffboardingStatus::Completed).await?;
    let told = take_leave(&mut tx, &row, &user).await?;
    let context = serde_json::json!({ "model": events::reference(&user), "message": "The user left as it was set." });
    events::emit_by_server(&mut tx, store.world(), &settings, told, context).await?;
    tx.commit().await
}

/// What becomes of the user; answers the event that tells it.
async fn take_leave(tx: &mut Transaction, row: &Record, user: &Record) -> Result<&'static str> {
    if row.text("action") == OffboardingAction::Delete.word() {
        tx.delete(User::RESOURCE, user.key()).await?;
        return Ok("model_deleted");
    }
    tx.update(User::RESOURCE, user.key(), vec![("is_active", false.into())]).await?;
    Ok("model_updated")
}

async fn finish(tx: &mut Transaction, store: &Store, key: &Value, status: OffboardingStatus) -> Result<()> {
    let changes = vec![("status", status.into()), ("executed_at", store.world().now().into())];
    tx.update(UserOffboarding::RESOURCE, key, changes).await?;
    Ok(())
}
