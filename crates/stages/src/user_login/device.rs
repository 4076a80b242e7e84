//! Browsers that a user has logged in with before.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, json};
use uuid::Uuid;
use vestibule_engine::Request;
use vestibule_secret::{same, sha256_hex, signed};

/// Name of the cookie that a known browser sends.
const COOKIE: &str = "authentik_device";

/// What signs the cookies of a stage: those of another stage, or another installation, are worth nothing here.
pub(super) fn key(install_id: &str, stage: Uuid) -> String {
    sha256_hex(format!("{install_id}:{}", stage.simple()))
}

/// The `Set-Cookie` value by which the browser is known for `lasts`; `None` when that is less than a second.
pub(super) fn remember(key: &str, uid: &str, lasts: SignedDuration, now: Timestamp, request: &Request) -> Option<String> {
    let seconds = lasts.as_secs();
    let end = now.as_second().checked_add(seconds).filter(|_| seconds >= 1)?;
    let claims = Map::from_iter([("sub".to_owned(), json!(uid)), ("exp".to_owned(), json!(end))]);
    let same_site = if request.scheme == "https" { "Secure; SameSite=None" } else { "SameSite=Lax" };
    Some(format!("{COOKIE}={}; Max-Age={seconds}; Path=/; HttpOnly; {same_site}", signed::sign(key.as_bytes(), &claims)))
}

/// Whether the browser is one that this user has logged in with.
pub(super) fn is_known(key: &str, uid: &str, now: Timestamp, request: &Request) -> bool {
    let claims = request.cookie(COOKIE).and_then(|cookie| signed::verify(key.as_bytes(), cookie, now));
    claims.is_some_and(|claims| claims.get("sub").and_then(|sub| sub.as_str()).is_some_and(|sub| same(sub, uid)))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use std::net::{IpAddr, Ipv4Addr};

    use super::*;

    const START: Timestamp = Timestamp::UNIX_EPOCH;

    fn request(scheme: &str, cookie: Option<&str>) -> Request {
        let cookies = cookie.map(|value| (COOKIE.to_owned(), value.to_owned())).into_iter().collect();
        Request { scheme: scheme.into(), cookies, ..Request::plain("GET", "/", IpAddr::V4(Ipv4Addr::LOCALHOST)) }
    }

    fn remembered(scheme: &str, lasts: i64) -> Option<String> {
        remember(&key("install", Uuid::nil()), "uid", SignedDuration::from_secs(lasts), START, &request(scheme, None))
    }

    #[test]
    fn a_browser_is_known_to_its_user_at_its_stage_until_it_is_forgotten() {
        let set = remembered("http", 60).unwrap();
        let value = set.split(';').next().unwrap().strip_prefix("authentik_device=").unwrap().to_owned();
        let known = |stage: u128, uid: &str, after: i64| {
            let now = START + SignedDuration::from_secs(after);
            is_known(&key("install", Uuid::from_u128(stage)), uid, now, &request("http", Some(&value)))
        };
        assert!(known(0, "uid", 59));
        assert!(!known(0, "uid", 60) && !known(0, "other", 0) && !known(1, "uid", 0));
        assert!(!is_known(&key("install", Uuid::nil()), "uid", START, &request("http", None)));
    }

    #[test]
    fn the_cookie_is_kept_from_scripts_and_open_lines() {
        assert!(remembered("https", 60).unwrap().ends_with("; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=None"));
        assert!(remembered("http", 60).unwrap().ends_with("; Path=/; HttpOnly; SameSite=Lax"));
    }

    #[test]
    fn nothing_is_remembered_for_less_than_a_second() {
        assert_eq!(remembered("http", 0), None);
        assert_eq!(remembered("http", -5), None);
    }
}
