//! The cookies that a browser holds.

use jiff::Timestamp;
use vestibule_engine::Request;
use vestibule_secret::signed::CookieKey;

use crate::authn::CSRF_COOKIE;

/// Name of the session's cookie.
pub const COOKIE: &str = "authentik_session";

/// The session key that the browser sent, when this server made the cookie.
pub(super) fn read(key: &CookieKey, request: &Request, now: Timestamp) -> Option<String> {
    key.read(request.cookie(COOKIE)?, now)
}

/// Sets the session's cookie.
pub(super) fn session(signer: &CookieKey, request: &Request, key: &str, uid: Option<&str>, max_age: Option<i64>) -> String {
    let value = signer.write(key, uid);
    let lasts = max_age.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    format!("{COOKIE}={value}{lasts}; Path=/; HttpOnly; {}", same_site(request))
}

/// Takes the session's cookie back.
pub(super) fn no_session(request: &Request) -> String {
    format!("{COOKIE}=; Max-Age=0; Path=/; HttpOnly; {}", same_site(request))
}

/// Sets the cookie whose value pages repeat in a header; so they must be able to read it.
pub(super) fn csrf(request: &Request, token: &str) -> String {
    // As long as a year: the token follows from the session anyway.
    format!("{CSRF_COOKIE}={token}; Max-Age=31449600; Path=/; {}", same_site(request))
}

/// Frames of other sites need the cookie on secure connections; on others browsers refuse such cookies.
fn same_site(request: &Request) -> &'static str {
    if request.scheme == "https" { "Secure; SameSite=None" } else { "SameSite=Lax" }
}
