//! Who keeps what is worked out of other objects in step with them.

use futures::future::BoxFuture;
use vestibule_resource::Result;

use crate::{Revision, Store, Transaction};

/// Draws consequences from what a transaction changes, cascades included, in that transaction: both are committed or none is.
pub trait Follower: Send + Sync {
    /// Does what follows from these changes, of which there is at least one.
    fn follow<'a>(&'a self, store: &'a Store, tx: &'a mut Transaction, changes: &'a [Revision]) -> BoxFuture<'a, Result<()>>;
}
