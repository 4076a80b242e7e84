//! The set-up page of a fresh installation: it sets the administrator's password, once, and closes for ever.
//!
//! Whether it is open stands in a note of the store, not in what users there are, so that deleting the administrator does not
//! reopen it. The key in its address is printed at the start of the server; the store knows only its hash. A later start, as
//! long as the page is open, makes a new key and voids the one before.

use serde_json::{Value as Json, json};
use vestibule_resource::{Invalid, Result};
use vestibule_secret::{Passwords, same, sha256_hex};
use vestibule_store::{Actor, Store};

use super::administrator;

/// Name of the note: `{"closed": true}`, or `{"closed": false, "key": hash}`.
pub(super) const NOTE: &str = "setup";

/// Fewest characters of the administrator's password.
const SHORTEST: usize = 8;

/// The set-up page is closed, or the key is not its.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Closed;

/// The set-up page.
#[derive(Clone)]
pub(crate) struct Setup {
    store: Store,
    passwords: Passwords,
}

/// What the page asks for.
#[derive(Debug, Default)]
pub(crate) struct SetupForm {
    pub(crate) email: String,
    pub(crate) password: String,
    pub(crate) repeat: String,
}

impl Setup {
    pub(crate) fn new(store: Store, passwords: Passwords) -> Self {
        Setup { store, passwords }
    }

    /// A new key for the page; `None` when it is closed.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub(crate) async fn open(&self) -> Result<Option<String>> {
        let mut tx = self.store.begin(Actor::default()).await?;
        if !tx.setting(NOTE).await?.is_some_and(|note| is_open(&note)) {
            return Ok(None);
        }
        let key = self.store.world().key(48);
        tx.set_setting(NOTE, json!({ "closed": false, "key": sha256_hex(&key) })).await?;
        tx.commit().await?;
        Ok(Some(key))
    }

    /// Whether that key opens the page.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub(crate) async fn fits(&self, key: &str) -> Result<bool> {
        Ok(self.store.setting(NOTE).await?.is_some_and(|note| opens(&note, key)))
    }

    /// Sets the administrator's password and address, and closes the page for ever.
    ///
    /// # Errors
    /// `Invalid` per field when the form will not do; `Internal` when the database fails.
    pub(crate) async fn finish(&self, key: &str, form: &SetupForm) -> Result<std::result::Result<(), Closed>> {
        // Checked before the hash is made, which costs something, and again in the transaction, where it counts.
        if !self.fits(key).await? {
            return Ok(Err(Closed));
        }
        form.check()?;
        let hash = administrator::hash(&self.passwords, self.store.world(), Some(&form.password)).await?;
        let mut tx = self.store.begin(Actor::default()).await?;
        if !tx.setting(NOTE).await?.is_some_and(|note| opens(&note, key)) {
            return Ok(Err(Closed));
        }
        administrator::make(&mut tx, self.store.world(), hash, form.email.trim()).await?;
        tx.set_setting(NOTE, json!({ "closed": true })).await?;
        tx.commit().await?;
        tracing::info!("the administrator's password was set and the set-up page closed");
        Ok(Ok(()))
    }
}

impl SetupForm {
    fn check(&self) -> Result<()> {
        let mut invalid = Invalid::default();
        if vestibule_mail::check_address(self.email.trim()).is_err() {
            invalid.add("email", "Enter a valid email address.");
        }
        if self.password.chars().count() < SHORTEST {
            invalid.add("password", format!("Choose at least {SHORTEST} characters."));
        } else if self.password.contains('\0') {
            invalid.add("password", "Null characters are not allowed.");
        }
        if self.password != self.repeat {
            invalid.add("password_repeat", "Passwords don't match.");
        }
        invalid.check()
    }
}

fn is_open(note: &Json) -> bool {
    note.get("closed").and_then(Json::as_bool) == Some(false)
}

fn opens(note: &Json, key: &str) -> bool {
    let hash = note.get("key").and_then(Json::as_str).unwrap_or_default();
    is_open(note) && same(hash, sha256_hex(key))
}
