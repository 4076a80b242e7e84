//! Figures that are read off when somebody asks for them.

use vestibule_core::{sessions::AuthenticatedSession, users::User};
use vestibule_resource::{Model as _, Result};
use vestibule_store::{Condition, Query, Store};

/// Reads them off.
///
/// # Errors
/// `Internal` when the database fails.
pub(crate) async fn refresh(store: &Store) -> Result<()> {
    metrics::counter!("vestibule_db_statements_total").absolute(store.queries());
    let logged_in = Query::all(AuthenticatedSession::RESOURCE).filter(Condition::Not(Box::new(Condition::Null { path: "user".into() })));
    metrics::gauge!("vestibule_sessions").set(store.count(&logged_in).await? as f64);
    metrics::gauge!("vestibule_users").set(store.count(&Query::all(User::RESOURCE)).await? as f64);
    Ok(())
}

/// Says what they mean.
pub(crate) fn describe() {
    metrics::describe_counter!("vestibule_db_statements_total", "Statements that the database ran.");
    metrics::describe_gauge!("vestibule_sessions", "Sessions in which somebody is logged in.");
    metrics::describe_gauge!("vestibule_users", "Users.");
}
