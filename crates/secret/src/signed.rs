//! Claims that a browser keeps for the server: JSON Web Tokens (RFC 7519) signed with HMAC-SHA-256 (`HS256`, RFC 7518 §3.2).
//!
//! Only `HS256` is read, so a token can never choose how it is checked.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value as Json, json};
use sha2::Sha256;

use crate::digest::sha512_hex;

/// The claims of a token.
pub type Claims = Map<String, Json>;

/// `{"alg":"HS256","typ":"JWT"}`, as every token of ours begins.
const ENCODED_HEADER: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";
const ISSUER: &str = "authentik";

/// Signs claims.
pub fn sign(key: &[u8], claims: &Claims) -> String {
    signed(mac(key), claims.clone())
}

/// The claims of a token that was signed with `key` and has not expired.
///
/// `None` when the token is malformed, signed otherwise, or its `exp` (seconds since 1970) is not after `now`.
pub fn verify(key: &[u8], token: &str, now: Timestamp) -> Option<Claims> {
    verified(mac(key), token, now)
}

/// What signs session cookies, ready for use: every request of a browser needs it.
#[derive(Clone)]
pub struct CookieKey(Hmac<Sha256>);

impl CookieKey {
    /// Signs with the server's secret key.
    pub fn new(secret_key: &str) -> Self {
        CookieKey(mac(&session_key(secret_key)))
    }

    /// The value of the session cookie. `uid` is that of the user who is logged in, if one is.
    pub fn write(&self, session: &str, uid: Option<&str>) -> String {
        let claims = [
            ("sid", json!(session)),
            ("iss", json!(ISSUER)),
            ("sub", json!(uid.unwrap_or("anonymous"))),
            ("authenticated", json!(uid.is_some())),
            ("acr", json!("goauthentik.io/core/default")),
        ];
        signed(self.0.clone(), claims.map(|(name, value)| (name.to_owned(), value)).into_iter().collect())
    }

    /// The session key in a session cookie; `None` when this server did not make it.
    ///
    /// The other claims tell other readers of the cookie who is logged in. For the server the stored session decides that.
    pub fn read(&self, cookie: &str, now: Timestamp) -> Option<String> {
        let claims = content(self.0.clone(), cookie)?;
        let claims: SessionClaims<'_> = serde_json::from_slice(&claims).ok()?;
        (claims.iss == ISSUER && claims.exp.is_none_or(|exp| exp > now.as_duration().as_secs_f64())).then(|| claims.sid.into_owned())
    }
}

impl std::fmt::Debug for CookieKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("CookieKey")
    }
}

fn signed(mac: Hmac<Sha256>, claims: Claims) -> String {
    let claims = Json::Object(claims).to_string();
    let content = format!("{ENCODED_HEADER}.{}", URL_SAFE_NO_PAD.encode(claims));
    let signature = mac.chain_update(&content).finalize().into_bytes();
    format!("{content}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// The claims that a session cookie is read for.
#[derive(Deserialize)]
struct SessionClaims<'a> {
    #[serde(borrow)]
    iss: Cow<'a, str>,
    #[serde(borrow)]
    sid: Cow<'a, str>,
    exp: Option<f64>,
}

/// The claims of a token that was signed with the key, as they were sent.
fn content(mac: Hmac<Sha256>, token: &str) -> Option<Vec<u8>> {
    let (content, signature) = token.rsplit_once('.')?;
    let (header, claims) = content.split_once('.')?;
    mac.chain_update(content).verify_slice(&URL_SAFE_NO_PAD.decode(signature).ok()?).ok()?;
    if header != ENCODED_HEADER && !is_hs256(header) {
        return None;
    }
    URL_SAFE_NO_PAD.decode(claims).ok()
}

fn verified(mac: Hmac<Sha256>, token: &str, now: Timestamp) -> Option<Claims> {
    let claims: Claims = serde_json::from_slice(&content(mac, token)?).ok()?;
    let alive = claims.get("exp").is_none_or(|exp| exp.as_f64().is_some_and(|exp| exp > now.as_duration().as_secs_f64()));
    alive.then_some(claims)
}

/// `crit` names extensions that a reader must understand (RFC 7515 §4.1.11); this one understands none.
fn is_hs256(header: &str) -> bool {
    object(header).is_some_and(|header| header.get("alg").is_some_and(|alg| alg == "HS256") && !header.contains_key("crit"))
}

/// The contract's key for session cookies: the hexadecimal digits of the digest, not its bytes.
fn session_key(secret_key: &str) -> Vec<u8> {
    sha512_hex(secret_key).into_bytes()
}

#[expect(clippy::expect_used, reason = "HMAC takes keys of any length (RFC 2104 §2)")]
fn mac(key: &[u8]) -> Hmac<Sha256> {
    Hmac::<Sha256>::new_from_slice(key).expect("a key of any length")
}

fn object(part: &str) -> Option<Claims> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    /// RFC 7515, appendix A.1: a token with its key.
    const RFC_TOKEN: &str = concat!(
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9",
        ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
        ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    );
    const RFC_KEY: &str = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";

    fn rfc_key() -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(RFC_KEY).unwrap()
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn claims(json: Json) -> Claims {
        serde_json::from_value(json).unwrap()
    }

    /// A token with any header, truly signed.
    fn token(header: &str, claims: &str) -> String {
        let content = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
        let signature = mac(b"key").chain_update(&content).finalize().into_bytes();
        format!("{content}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    #[test]
    fn the_token_of_the_standard_is_read_until_it_expires() {
        let read = verify(&rfc_key(), RFC_TOKEN, at(1_300_819_379)).unwrap();
        assert_eq!(read, claims(json!({"iss": "joe", "exp": 1_300_819_380, "http://example.com/is_root": true})));
        assert_eq!(verify(&rfc_key(), RFC_TOKEN, at(1_300_819_380)), None);
        assert_eq!(verify(b"other", RFC_TOKEN, at(0)), None);
    }

    #[test]
    fn what_was_signed_is_read_back() {
        let given = claims(json!({"device": 1, "exp": 10.5}));
        let token = sign(b"key", &given);
        assert!(token.starts_with("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."));
        assert_eq!(verify(b"key", &token, at(10)), Some(given));
        assert_eq!(verify(b"key", &token, at(11)), None);
    }

    #[test]
    fn a_token_cannot_choose_how_it_is_checked() {
        assert!(verify(b"key", &token(r#"{"alg":"HS256"}"#, "{}"), at(0)).is_some());
        for header in [r#"{"alg":"none"}"#, r#"{"alg":"HS512"}"#, r#"{"alg":"HS256","crit":["exp"]}"#, "{}", "[]", ""] {
            assert_eq!(verify(b"key", &token(header, "{}"), at(0)), None, "{header}");
        }
        let unsigned = format!("{}.{}.", URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#), URL_SAFE_NO_PAD.encode("{}"));
        assert_eq!(verify(b"key", &unsigned, at(0)), None);
    }

    #[test]
    fn a_changed_token_is_worth_nothing() {
        let signed = sign(b"key", &claims(json!({"sid": "a"})));
        for at_byte in 0..signed.len() {
            let mut changed = signed.clone().into_bytes();
            let byte = changed.get_mut(at_byte).unwrap();
            *byte = if *byte == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(verify(b"key", &changed, at(0)), None, "{changed}");
        }
        for odd in ["", ".", "..", "...", "a.b.c", "ä.ö.ü"] {
            assert_eq!(verify(b"key", odd, at(0)), None);
        }
        assert_eq!(verify(b"key", &token(r#"{"alg":"HS256"}"#, r#"{"exp":"soon"}"#), at(0)), None);
    }

    #[test]
    fn a_session_cookie_leads_to_its_session() {
        let cookie = CookieKey::new("secret").write("abc", Some("feed"));
        assert_eq!(CookieKey::new("secret").read(&cookie, at(0)).as_deref(), Some("abc"));
        assert_eq!(CookieKey::new("other").read(&cookie, at(0)), None);
        let known = json!({"sid": "abc", "iss": "authentik", "sub": "feed", "authenticated": true, "acr": "goauthentik.io/core/default"});
        // The key as the contract spells it, so that other readers of the cookie can check it.
        let key = "bd2b1aaf7ef4f09be9f52ce2d8d599674d81aa9d6a4421696dc4d93dd0619d682ce56b4d64a9ef097761ced99e0f67265b5f76085e5b0ee7ca4696b2ad6fe2b2";
        assert_eq!(verify(key.as_bytes(), &cookie, at(0)), Some(claims(known)));
    }

    #[test]
    fn the_cookie_of_a_visitor_is_anonymous() {
        let claims = verify(&session_key("secret"), &CookieKey::new("secret").write("abc", None), at(0)).unwrap();
        assert_eq!((claims.get("sub").unwrap(), claims.get("authenticated").unwrap()), (&json!("anonymous"), &json!(false)));
    }

    #[test]
    fn a_token_of_another_issuer_is_no_session_cookie() {
        let foreign = sign(&session_key("secret"), &claims(json!({"sid": "abc", "iss": "someone"})));
        assert_eq!(CookieKey::new("secret").read(&foreign, at(0)), None);
    }
}
