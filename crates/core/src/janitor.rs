//! Frees the space of what has expired. Nothing depends on it: every lookup passes over expired rows by itself.

use vestibule_resource::{Model as _, Record, Resource, Result, Value, Word as _};
use vestibule_store::{Actor, Condition, Op, Query, Store};

use crate::{
    tenant::Settings,
    tokens::{self, Intent, Token},
};

/// Rows per transaction: other writers wait no longer than that.
const BATCH: u64 = 200;

/// Deletes the expired rows of every resource that expires, and gives expired API tokens new keys. Answers how many rows it dealt with.
///
/// # Errors
/// `Internal` when the database fails; what was done until then stays done.
pub async fn sweep(store: &Store) -> Result<u64> {
    let mut done = 0;
    for resource in store.catalog().resources().iter().filter(|resource| resource.expires) {
        done += every(store, resource).await?;
    }
    Ok(done)
}

async fn every(store: &Store, resource: &'static Resource) -> Result<u64> {
    let mut done = 0;
    loop {
        let rows = store.select(&expired(store, resource).limit(BATCH)).await?;
        let count = rows.len() as u64;
        if count > 0 {
            batch(store, resource, rows).await?;
        }
        done += count;
        if count < BATCH {
            return Ok(done);
        }
    }
}

fn expired(store: &Store, resource: &'static Resource) -> Query {
    let past = Condition::compare("expires", Op::Lt, store.world().now());
    Query::all(resource).filter(past).is("expiring", true).include_expired(true)
}

async fn batch(store: &Store, resource: &'static Resource, rows: Vec<Record>) -> Result<()> {
    let (rotating, ending): (Vec<Record>, Vec<Record>) = rows.into_iter().partition(rotates);
    let settings = Settings::load(store).await?;
    let mut tx = store.begin(Actor::default()).await?;
    for token in &rotating {
        tokens::rotate(&mut tx, store.world(), &settings, token).await?;
    }
    let keys: Vec<Value> = ending.iter().map(|row| row.key().clone()).collect();
    // Asked again: somebody may have given a row more time meanwhile.
    tx.delete_where(&expired(store, resource).filter(Condition::In { path: resource.key.into(), values: keys })).await?;
    tx.commit().await
}

fn rotates(row: &Record) -> bool {
    row.resource.model == Token::RESOURCE.model && row.text("intent") == Intent::Api.word()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn api_tokens_change_and_all_others_end() {
        let token = |intent: Intent| Record::new(Token::RESOURCE, vec![("intent", intent.into())]);
        assert!(rotates(&token(Intent::Api)));
        assert!(!rotates(&token(Intent::AppPassword)) && !rotates(&token(Intent::Recovery)) && !rotates(&token(Intent::Verification)));
    }
}
