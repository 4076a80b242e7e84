//! The one loader of acting users. It is asked on every request, so what it finds is remembered until a commit could change it.

use std::sync::Arc;

use jiff::Timestamp;
use vestibule_engine::{Identity, Rights, Via};
use vestibule_resource::{Model as _, Result};
use vestibule_store::Store;

use crate::{
    groups::{self, GROUPS_OF_USER, Group, PARENTS, ROLES_OF_GROUP, ROLES_OF_USER},
    memory::Memory,
    roles::{RolePermission, rights},
    tokens::{self, Intent, Token},
    users::{self, User},
};

/// Most users, and most tokens, that are remembered.
const MOST: usize = 4096;

/// Loads acting users. Cheap to clone.
#[derive(Clone)]
pub struct Identities(Arc<Inner>);

struct Inner {
    store: Store,
    users: Memory<(i64, bool, bool), Arc<Identity>>,
    tokens: Memory<String, Holder>,
}

/// Whom a token stands for, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Holder {
    user: i64,
    until: Option<Timestamp>,
}

impl Identities {
    /// Loads from this store.
    pub fn new(store: Store) -> Self {
        let (users, tokens) = (Memory::of(&store, MOST), Memory::of(&store, MOST));
        Identities(Arc::new(Inner { store, users, tokens }))
    }

    /// Where they are loaded from.
    pub(super) fn store(&self) -> &Store {
        &self.0.store
    }

    /// The user with that key. `None` when there is none, or they are not active.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn load(&self, user: i64, via: Via) -> Result<Option<Arc<Identity>>> {
        self.remembered(user, via, false).await
    }

    /// The same for a user whom an administrator acts as: they count as active.
    ///
    /// # Errors
    /// As [`load`](Identities::load).
    pub async fn load_forced(&self, user: i64, via: Via) -> Result<Option<Arc<Identity>>> {
        self.remembered(user, via, true).await
    }

    /// The user whom an API token stands for. `None` when there is no such token, or its user is not active.
    ///
    /// # Errors
    /// As [`load`](Identities::load).
    pub async fn of_token(&self, key: &str) -> Result<Option<Arc<Identity>>> {
        match self.holder(key).await? {
            Some(holder) => self.load(holder.user, Via::Token).await,
            None => Ok(None),
        }
    }

    async fn holder(&self, key: &str) -> Result<Option<Holder>> {
        let store = &self.0.store;
        let (digest, stamp) = (tokens::key_hash(Intent::Api, 0, key), [store.generation(Token::RESOURCE), 0, 0, 0]);
        if let Some(holder) = self.0.tokens.get(&digest, stamp) {
            return Ok(Some(holder).filter(|holder| holder.until.is_none_or(|until| until > store.world().now())));
        }
        let Some(token) = Box::pin(tokens::find(store, Intent::Api, 0, key)).await? else { return Ok(None) };
        let until = token.time("expires").filter(|_| token.flag("expiring"));
        let holder = Holder { user: token.int("user"), until };
        self.0.tokens.put(digest, stamp, holder);
        Ok(Some(holder))
    }

    async fn remembered(&self, user: i64, via: Via, forced: bool) -> Result<Option<Arc<Identity>>> {
        // Read before the rows are: a commit in between then makes what is remembered stale, never wrong.
        let (key, stamp) = ((user, via == Via::Token, forced), self.stamp());
        if let Some(identity) = self.0.users.get(&key, stamp) {
            return Ok(Some(identity));
        }
        let Some(identity) = Box::pin(load(&self.0.store, user, via, forced)).await?.map(Arc::new) else { return Ok(None) };
        self.0.users.put(key, stamp, identity.clone());
        Ok(Some(identity))
    }

    /// Numbers of commits to everything that an identity depends on.
    fn stamp(&self) -> [u64; 4] {
        let store = &self.0.store;
        let resource = |resource| store.generation(resource);
        let links = |links| store.link_generation(links);
        // They only ever grow, so the sum of some changes whenever one of them does.
        let hierarchy = links(&GROUPS_OF_USER) + links(&PARENTS);
        let roles = links(&ROLES_OF_USER) + links(&ROLES_OF_GROUP) + resource(RolePermission::RESOURCE);
        [resource(User::RESOURCE), resource(Group::RESOURCE), hierarchy, roles]
    }
}

/// The acting user, from the database: their row, whether they may do everything, and if not what their roles let them do, over the
/// whole hierarchy of groups.
async fn load(store: &Store, user: i64, via: Via, forced: bool) -> Result<Option<Identity>> {
    let Some(mut row) = users::get(store, user).await?.filter(|row| forced || row.flag("is_active")) else {
        return Ok(None);
    };
    row.set("is_active", true.into());
    let superuser = groups::superusers(store, &[user.into()]).await?.contains(&user);
    let rights = if superuser { Rights::default() } else { rights(store, &row).await? };
    Ok(Some(Identity { user: row, superuser, via, rights }))
}
