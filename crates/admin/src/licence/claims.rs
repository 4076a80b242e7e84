//! What the key of a licence says.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use serde_json::Value as Json;

/// Longest key, in bytes.
const LONGEST: usize = 16 * 1024;

/// What a key says about itself.
#[derive(Debug, PartialEq)]
pub(super) struct Claims {
    pub(super) name: String,
    pub(super) expiry: Timestamp,
    pub(super) internal_users: i64,
    pub(super) external_users: i64,
}

impl Claims {
    /// Reads the claims of a signed token (RFC 7519); `None` when it is none, or does not say what a licence says.
    pub(super) fn read(key: &str) -> Option<Self> {
        let mut parts = key.split('.');
        let (_, claims, _) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || key.len() > LONGEST {
            return None;
        }
        let claims: Json = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).ok()?).ok()?;
        let users = |name: &str| claims.get(name).and_then(Json::as_i64).filter(|users| *users >= 0);
        Some(Claims {
            name: claims.get("name")?.as_str()?.replace('\0', ""),
            expiry: Timestamp::from_second(claims.get("exp")?.as_i64()?).ok()?,
            internal_users: users("internal_users")?,
            external_users: users("external_users")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn key(claims: &Json) -> String {
        format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(claims.to_string()))
    }

    #[test]
    fn a_key_says_for_how_many_and_for_how_long() {
        let claims = json!({ "name": "House", "exp": 1_893_456_000, "internal_users": 10, "external_users": 0 });
        let read = Claims { name: "House".into(), expiry: Timestamp::constant(1_893_456_000, 0), internal_users: 10, external_users: 0 };
        assert_eq!(Claims::read(&key(&claims)), Some(read));
    }

    #[test]
    fn anything_else_is_no_key() {
        let few = key(&json!({ "name": "House" }));
        for bad in ["", "a", "a.b.c", "e30.e30.e30", "e30.e30.e30.e30", few.as_str()] {
            assert_eq!(Claims::read(bad), None, "{bad}");
        }
    }
}
