//! Sessions: browsers that this server remembers.
//!
//! [`Sessions`] reads the visitor's session before a request and saves it afterwards. The browser holds the session key, the
//! database its digest. A login or logout changes the key, so that a key known before opens nothing.

mod actions;
mod behind;
mod config;
mod cookie;
mod hooks;
mod row;
mod save;
mod service;
#[cfg(test)]
mod tests;
mod user_agent;

use uuid::Uuid;
use vestibule_engine::{Endpoint, Operations, Session};
use vestibule_resource::Model as _;
use vestibule_world::World;

pub use config::AuthenticatedSession;
pub use cookie::COOKIE;
pub use service::Sessions;

/// Components of the OpenAPI document.
pub const SCHEMAS: &str = include_str!("schemas.json");

/// What the API serves.
pub fn endpoint() -> Endpoint {
    Endpoint::new(AuthenticatedSession::RESOURCE)
        .operations(Operations::READ.with(Operations::DESTROY).with(Operations::USED_BY))
        .hooks(&hooks::SessionHooks)
        .actions(actions::ACTIONS)
}

/// The identifier that names the session for ever. A session that is not stored yet gets it now.
pub fn name(session: &mut Session, world: &World) -> Uuid {
    let stored = session.row.as_ref().filter(|_| !session.flush).and_then(|row| row.key().as_uuid());
    stored.unwrap_or_else(|| *session.named.get_or_insert_with(|| world.uuid()))
}

/// Logs a user in: what the session holds stays, its key changes. `max_age` is in seconds; `None` lasts as long as the browser.
pub fn log_in(session: &mut Session, user: i64, max_age: Option<i64>) {
    session.user = Some(user);
    session.max_age = max_age;
    session.rotate = true;
    session.dirty = true;
}

/// Logs the user out: the session and all that it holds go. What is stored in it from now on makes a new one.
pub fn log_out(session: &mut Session) {
    session.user = None;
    session.clear();
    session.max_age = None;
    session.flush = true;
}
