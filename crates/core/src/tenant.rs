//! Settings that administrators change while the server runs.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value as Json, json};
use vestibule_resource::Result;
use vestibule_secret::duration;
use vestibule_store::Store;

/// Name under which the store keeps them.
pub const SETTING: &str = "tenant";

/// The settings. What is not stored is as the contract's server has it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Where pictures of users come from, in order, with commas between: `initials`, `none`, `attributes.<path>`, or an address
    /// with `%(username)s`, `%(mail_hash)s` or `%(upn)s` in it.
    pub avatars: String,
    /// Address under which people reach the server, where it cannot be told from requests; empty when it can.
    pub base_url: String,
    /// People may change their name.
    pub default_user_change_name: bool,
    /// People may change their address.
    pub default_user_change_email: bool,
    /// People may change their user name.
    pub default_user_change_username: bool,
    /// How long events are kept, `days=365`.
    pub event_retention: String,
    /// Lowest reputation score of a name from one address.
    pub reputation_lower_limit: i64,
    /// Highest reputation score of a name from one address.
    pub reputation_upper_limit: i64,
    /// Links at the foot of pages: a list of `{name, href}`.
    pub footer_links: Json,
    /// Deleting a user deletes their events.
    pub gdpr_compliance: bool,
    /// Administrators may act as somebody else.
    pub impersonation: bool,
    /// They must say why.
    pub impersonation_require_reason: bool,
    /// How long tokens last, `days=1`.
    pub default_token_duration: String,
    /// Length of their keys, in letters.
    pub default_token_length: usize,
    /// Rows of a page of a list when nobody says.
    pub pagination_default_page_size: u64,
    /// Most rows of a page.
    pub pagination_max_page_size: u64,
    /// Switches for what is new or changing.
    pub flags: Flags,
}

/// Switches for what is new or changing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Flags {
    /// An application that nothing is bound to is open to everybody.
    pub core_default_app_access: bool,
    /// Events tell in full what linked objects were before and after a change.
    pub enterprise_audit_include_expanded_diff: bool,
    /// A login in one window of a browser goes on in the others.
    pub flows_continuous_login: bool,
    /// A login in one window of a browser reloads the others.
    pub flows_refresh_others: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            avatars: "initials".into(),
            base_url: String::new(),
            default_user_change_name: true,
            default_user_change_email: false,
            default_user_change_username: false,
            event_retention: "days=365".into(),
            reputation_lower_limit: -5,
            reputation_upper_limit: 5,
            footer_links: json!([]),
            gdpr_compliance: true,
            impersonation: true,
            impersonation_require_reason: true,
            default_token_duration: "days=1".into(),
            default_token_length: 60,
            pagination_default_page_size: 20,
            pagination_max_page_size: 100,
            flags: Flags::default(),
        }
    }
}

impl Default for Flags {
    fn default() -> Self {
        Flags {
            core_default_app_access: true,
            enterprise_audit_include_expanded_diff: false,
            flows_continuous_login: false,
            flows_refresh_others: false,
        }
    }
}

impl Settings {
    /// The settings as they are now.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn load(store: &Store) -> Result<Self> {
        Ok(store.setting(SETTING).await?.map_or_else(Settings::default, Settings::from_json))
    }

    /// A stored value that means nothing must not stop logins: then everything is as by default, and the log tells.
    fn from_json(stored: Json) -> Self {
        serde_json::from_value(stored).unwrap_or_else(|error| {
            tracing::error!(%error, "the stored settings cannot be read; the defaults are used");
            Settings::default()
        })
    }

    /// When a token that is made now ends.
    pub fn token_expiry(&self, now: Timestamp) -> Timestamp {
        after(now, self.token_duration())
    }

    /// How long a token lasts.
    pub fn token_duration(&self) -> SignedDuration {
        parsed(&self.default_token_duration, 24)
    }

    /// When an event that happens now is forgotten.
    pub fn event_expiry(&self, now: Timestamp) -> Timestamp {
        after(now, parsed(&self.event_retention, 24 * 365))
    }

    /// Length of a new key: never so short that it could be guessed.
    pub fn token_length(&self) -> usize {
        self.default_token_length.clamp(20, 1024)
    }
}

/// A stored duration; so many hours when it is none.
fn parsed(text: &str, hours: i64) -> SignedDuration {
    duration::parse(text).unwrap_or(SignedDuration::from_hours(hours))
}

/// The point in time that lies `duration` after `from`; the end of time when there is none.
pub fn after(from: Timestamp, duration: SignedDuration) -> Timestamp {
    from.checked_add(duration).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_stored_has_its_default() {
        let settings = Settings::from_json(json!({ "default_token_duration": "hours=2", "flags": { "flows_refresh_others": true } }));
        assert_eq!(settings.token_duration(), SignedDuration::from_hours(2));
        assert!(settings.flags.flows_refresh_others && settings.flags.core_default_app_access);
        assert_eq!(settings.default_token_length, 60);
    }

    #[test]
    fn settings_that_mean_nothing_are_the_defaults() {
        assert_eq!(Settings::from_json(json!({ "impersonation": "perhaps" })), Settings::default());
    }

    #[test]
    fn a_key_is_never_short() {
        assert_eq!(Settings { default_token_length: 1, ..Settings::default() }.token_length(), 20);
    }
}
