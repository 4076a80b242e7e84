//! Requests that another site made a browser send are refused.

use vestibule_engine::{Request, Session};
use vestibule_resource::{Error, Result};
use vestibule_secret::{csrf, sha256_hex};

use super::Credentials;
use crate::services::Keys;

/// Name of the cookie that pages repeat in the header `X-authentik-CSRF`.
pub const COOKIE: &str = "authentik_csrf";

/// The token of a session: what the cookie holds and the header must repeat. It follows from the session key, so a cookie that
/// somebody else planted is worth nothing, and it changes with every login.
pub fn token(keys: &Keys, session: &Session) -> Option<String> {
    let digest = sha256_hex(format!("csrf:{}:{}", keys.secret_key, session.key.as_deref()?));
    Some(digest.chars().take(32).collect())
}

/// Whether the request was meant by a page of our own: it repeats the session's token, and names no other origin.
///
/// # Errors
/// `Denied`, saying what is missing.
pub fn check(keys: &Keys, session: &Session, request: &Request, credentials: Credentials<'_>) -> Result<()> {
    let own = format!("{}://{}", request.scheme, request.host);
    let from_here = credentials.origin.map_or(Ok(()), |origin| csrf::check_origin(origin, &own, []));
    let meant = from_here.and_then(|()| csrf::check(token(keys, session).as_deref(), credentials.csrf));
    meant.map_err(|forged| Error::Denied(format!("CSRF Failed: {forged}")))
}
