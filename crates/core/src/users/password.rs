//! Setting passwords.

use vestibule_engine::Context;
use vestibule_resource::{Model as _, Result, Value};
use vestibule_store::{Condition, Query, Transaction};
use vestibule_world::World;

use super::{User, past_password};
use crate::sessions::AuthenticatedSession;

/// Gives the user a password, by its hash, and ends all their sessions but `keep`: who knew the old password is out. Of those that
/// they had before, `past` are kept, see [`past_passwords_kept`](super::past_passwords_kept).
///
/// # Errors
/// `Internal` when the database fails.
pub async fn set_password(
    tx: &mut Transaction,
    world: &World,
    user: &Value,
    hash: String,
    keep: Option<&Value>,
    past: usize,
) -> Result<()> {
    past_password::remember(tx, user, past).await?;
    let changes = vec![("password", Value::Text(hash)), ("password_change_date", Value::Time(world.now()))];
    tx.update(User::RESOURCE, user, changes).await?;
    end_sessions(tx, user, keep).await
}

/// Ends all sessions of a user but `keep`.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn end_sessions(tx: &mut Transaction, user: &Value, keep: Option<&Value>) -> Result<()> {
    let mut theirs = Query::all(AuthenticatedSession::RESOURCE).is("user", user.clone());
    if let Some(keep) = keep {
        theirs = theirs.filter(Condition::Not(Box::new(Condition::is("uuid", keep.clone()))));
    }
    tx.delete_where(&theirs).await?;
    Ok(())
}

/// The session that goes on when the caller sets their own password: the one they are in.
pub fn own_session(cx: &Context) -> Option<Value> {
    cx.session.lock().row.as_ref().map(|row| row.key().clone())
}
