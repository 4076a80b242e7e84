//! Keys of tokens: how they are made, kept and found.

use jiff::Timestamp;
use vestibule_resource::{Model as _, Record, Result, Value, Word as _};
use vestibule_secret::{same, sha256_hex};
use vestibule_store::{Query, Store, Transaction};

use super::{Intent, Token};

/// What a key is found by. Keys that people choose as their password are digested together with the user, so that two people may
/// choose the same and neither learns of it; all others are found by the key alone, and `user` does not count.
pub fn key_hash(intent: Intent, user: i64, key: &str) -> String {
    match intent {
        Intent::AppPassword => sha256_hex(format!("{user}:{}", sha256_hex(key))),
        Intent::Api | Intent::Recovery | Intent::Verification => sha256_hex(key),
    }
}

/// The token with that key and intent, if it has not expired. `user` counts for app passwords only.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn find(store: &Store, intent: Intent, user: i64, key: &str) -> Result<Option<Record>> {
    let found = store.first(&Query::all(Token::RESOURCE).is("key_hash", key_hash(intent, user, key)).limit(1)).await?;
    let wanted = |row: &Record| {
        let owner = intent != Intent::AppPassword || row.int("user") == user;
        owner && row.text("intent") == intent.word() && same(row.text("key"), key)
    };
    Ok(found.filter(wanted))
}

/// A token that the server makes by itself.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// Name, which no other token has.
    pub identifier: String,
    /// What it is good for.
    pub intent: Intent,
    /// Whom it stands for.
    pub user: i64,
    /// What it is for, in words.
    pub description: String,
    /// When it ends; `None` for never.
    pub expires: Option<Timestamp>,
    /// The secret.
    pub key: String,
}

impl NewToken {
    /// Writes it.
    ///
    /// # Errors
    /// `Invalid` when the name is taken.
    pub async fn insert(&self, tx: &mut Transaction) -> Result<Record> {
        tx.insert(Token::RESOURCE, self.values()).await
    }

    /// Its columns.
    pub fn values(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("identifier", self.identifier.as_str().into()),
            ("intent", self.intent.into()),
            ("user", self.user.into()),
            ("description", self.description.as_str().into()),
            ("expires", self.expires.into()),
            ("expiring", self.expires.is_some().into()),
            ("key", self.key.as_str().into()),
            ("key_hash", key_hash(self.intent, self.user, &self.key).into()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_may_choose_the_same_password() {
        assert_ne!(key_hash(Intent::AppPassword, 1, "same"), key_hash(Intent::AppPassword, 2, "same"));
        assert_eq!(key_hash(Intent::Api, 1, "same"), key_hash(Intent::Api, 2, "same"));
    }

    #[test]
    fn an_app_password_is_not_found_as_an_api_key() {
        assert_ne!(key_hash(Intent::Api, 1, "same"), key_hash(Intent::AppPassword, 1, "same"));
    }
}
