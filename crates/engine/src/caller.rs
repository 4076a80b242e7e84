//! Who is asking.

use std::sync::Arc;

use vestibule_resource::Record;
use vestibule_store::Actor;

use crate::Rights;

/// Who is asking.
#[derive(Debug, Clone, Default)]
pub enum Caller {
    /// Nobody said.
    #[default]
    Anonymous,
    /// A user, freshly loaded and active.
    User(Arc<Identity>),
}

/// A user who acts, loaded once per request by the one loader in `core`, which refuses inactive users.
#[derive(Debug)]
pub struct Identity {
    /// The user's row.
    pub user: Record,
    /// Member of a group with `is_superuser`, directly or through the hierarchy.
    pub superuser: bool,
    /// How they proved who they are.
    pub via: Via,
    /// What their roles let them do.
    pub rights: Rights,
}

/// How a caller proved who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// An API token in the `Authorization` header.
    Token,
    /// A session cookie; unsafe methods then need the CSRF header.
    Session,
}

impl Caller {
    /// The user, if one is known.
    pub fn identity(&self) -> Option<&Identity> {
        match self {
            Caller::Anonymous => None,
            Caller::User(identity) => Some(identity),
        }
    }

    /// Key of the user, if one is known.
    pub fn user(&self) -> Option<i64> {
        self.identity().map(Identity::key)
    }

    /// Whether they may do everything.
    pub fn superuser(&self) -> bool {
        self.identity().is_some_and(|identity| identity.superuser)
    }

    /// As the writer of a transaction.
    pub fn actor(&self, request: &str) -> Actor {
        match self.identity() {
            None => Actor { request: request.to_owned(), ..Actor::default() },
            Some(identity) => {
                Actor { user: Some(identity.key()), username: identity.user.text("username").to_owned(), request: request.to_owned() }
            }
        }
    }
}

impl Identity {
    /// Key of the user.
    pub fn key(&self) -> i64 {
        self.user.key().as_int().unwrap_or_default()
    }
}
