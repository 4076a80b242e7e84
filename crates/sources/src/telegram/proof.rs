//! Telegram's proof that somebody is who they say.

use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value as Json};
use sha2::{Digest as _, Sha256};

/// How long Telegram's word counts.
const FRESH: SignedDuration = SignedDuration::from_mins(5);

/// What Telegram says about somebody, in the order of the alphabet.
const SAID: &[&str] = &["auth_date", "first_name", "id", "last_name", "photo_url", "username"];

/// Whether Telegram said this: the hash is made over all of it with the digest of the bot's token.
pub(super) fn holds(said: &Map<String, Json>, token: &str, hash: &str) -> bool {
    let lines: Vec<String> = SAID.iter().filter_map(|name| Some(format!("{name}={}", plain(said.get(*name)?)))).collect();
    let (Ok(mut mac), Ok(hash)) = (Hmac::<Sha256>::new_from_slice(&Sha256::digest(token)), hex::decode(hash)) else { return false };
    mac.update(lines.join("\n").as_bytes());
    mac.verify_slice(&hash).is_ok()
}

/// Whether it was said just now.
pub(super) fn is_fresh(seconds: i64, now: Timestamp) -> bool {
    Timestamp::from_second(seconds).is_ok_and(|said| now.duration_since(said).abs() <= FRESH)
}

fn plain(json: &Json) -> String {
    json.as_str().map_or_else(|| json.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use serde_json::json;

    use super::*;

    fn said(id: i64) -> Map<String, Json> {
        json!({"id": id, "first_name": "Ada", "auth_date": 1_700_000_000, "hash": "x", "more": 1}).as_object().unwrap().clone()
    }

    fn hash() -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&Sha256::digest("12:token")).unwrap();
        mac.update(b"auth_date=1700000000\nfirst_name=Ada\nid=7");
        hex::encode(mac.finalize().into_bytes())
    }

    #[test]
    fn what_telegram_said_holds_and_nothing_else() {
        assert!(holds(&said(7), "12:token", &hash()));
        assert!(!holds(&said(8), "12:token", &hash()));
        assert!(!holds(&said(7), "12:other", &hash()));
        assert!(!holds(&said(7), "12:token", "zz") && !holds(&said(7), "12:token", ""));
    }

    #[test]
    fn old_words_do_not_count() {
        let now = Timestamp::from_second(1_700_000_000).unwrap();
        assert!(is_fresh(1_700_000_000 - 299, now));
        assert!(!is_fresh(1_700_000_000 - 301, now) && !is_fresh(1_700_000_301, now) && !is_fresh(i64::MAX, now));
    }
}
