//! What the accounts of outposts may see: the outpost itself and what it serves, no more and no less.
//!
//! It is worked out anew whenever an outpost, a provider, an application or a brand changes, in the transaction that changes it,
//! and written down as permissions of the account's role.

mod due;
mod held;

use futures::future::BoxFuture;
use serde_json::json;
use vestibule_resource::{Model as _, Result};
use vestibule_store::{Follower, Query, Revision, Store, Transaction};

use super::{Outpost, account, providers::TYPES};

/// Other objects that decide what an outpost may see: it looks after their certificates or lets people into them.
const OTHERS: &[&str] = &[Outpost::RESOURCE.model, due::APPLICATION, due::BRAND];

/// Keeps the rights of outposts' accounts in step.
pub(super) struct Rights;

impl Follower for Rights {
    fn follow<'a>(&'a self, store: &'a Store, tx: &'a mut Transaction, changes: &'a [Revision]) -> BoxFuture<'a, Result<()>> {
        let decides = |model: &str| OTHERS.contains(&model) || TYPES.iter().any(|(_, provider)| *provider == model);
        let concerned = changes.iter().any(|change| decides(&change.model));
        Box::pin(async move { if concerned { keep(store, tx).await } else { Ok(()) } })
    }
}

/// Name of the note that whoever works rights out writes anew.
const TURN: &str = "rights_of_outposts";

/// Waits until no other transaction works rights out, so that this one sees what the others made of them. Whoever waits must not
/// hold what those who have the turn might wait for in their turn: roles and accounts are deleted after this only.
pub(super) async fn take_turn(tx: &mut Transaction) -> Result<()> {
    tx.set_setting(TURN, json!({})).await
}

/// Makes every account's role permit what its outpost needs now.
pub(super) async fn keep(store: &Store, tx: &mut Transaction) -> Result<()> {
    take_turn(tx).await?;
    let outposts = tx.select(&Query::all(Outpost::RESOURCE)).await?;
    let due = due::of(store, tx, &outposts).await?;
    for (outpost, due) in outposts.iter().zip(due) {
        if let Some(role) = account::role(tx, outpost).await? {
            held::make(tx, &role, due).await?;
        }
    }
    Ok(())
}
