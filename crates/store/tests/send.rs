//! Everything asynchronous of the store can run under a server that moves work between threads.

use vestibule_resource::{Many, Resource, Value};
use vestibule_store::{Actor, Query, Store, Transaction};

fn movable(_: impl Send) {}

/// Compiles, or does not.
#[expect(dead_code, reason = "never run")]
fn every_future_is_movable(store: &Store, mut work: Transaction, resource: &'static Resource, query: &Query, links: &Many, key: &Value) {
    movable(store.select(query));
    movable(store.first(query));
    movable(store.get(resource, "key"));
    movable(store.count(query));
    movable(store.distinct(query, "name"));
    movable(store.links(links, &[]));
    movable(store.closure(links, &[]));
    movable(store.rows(resource));
    movable(store.begin(Actor::default()));
    movable(store.setting("name"));
    movable(store.ping());
    movable(store.drift());
    movable(work.select(query));
    movable(work.insert(resource, Vec::new()));
    movable(work.update(resource, key, Vec::new()));
    movable(work.delete(resource, key));
    movable(work.delete_where(query));
    movable(work.set_links(links, key, &[]));
    movable(work.link(links, key, key));
    movable(work.unlink(links, key, key));
    movable(work.commit());
}
