//! What areas share beyond the database.

use std::sync::Arc;

use http::Extensions;
use vestibule_engine::Audit;
use vestibule_secret::Passwords;
use vestibule_store::Store;

use crate::{
    authn::Identities,
    events,
    geo::Geo,
    reputation::Scores,
    roles::{self, Catalogue, HOLDINGS},
    sessions::Sessions,
};

/// Secrets and names of this installation.
#[derive(Clone)]
pub struct Keys {
    /// Signs cookies and links.
    pub secret_key: Arc<str>,
    /// Names this installation; part of the names by which other systems know its users.
    pub install_id: Arc<str>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Keys(install {})", self.install_id)
    }
}

/// Puts [`Keys`], [`Passwords`], [`Geo`], [`Sessions`], [`Identities`], [`Scores`] and what roles need where a request finds them.
pub fn services(into: &mut Extensions, store: &Store, keys: Keys, passwords: Passwords, geo: Geo) {
    into.insert(Audit(&[events::witness, roles::witness]));
    into.insert(HOLDINGS);
    into.insert(Catalogue::default());
    into.insert(Sessions::new(store.clone(), keys.clone()));
    into.insert(Identities::new(store.clone()));
    into.insert(Scores::new(store.clone(), geo.clone()));
    into.insert(geo);
    into.insert(keys);
    into.insert(passwords);
}
