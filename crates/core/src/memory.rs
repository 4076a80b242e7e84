//! What was read lately, kept until a commit could have changed it.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, PoisonError},
};

use vestibule_store::{Dialect, Store};

/// Numbers of commits to the tables that an answer depends on; those that are not needed are 0.
pub(crate) type Stamp = [u64; 4];

/// What was found, with the numbers of commits at that time. Bounded: when it is full it is forgotten as a whole.
pub(crate) struct Memory<K, V> {
    exact: bool,
    most: usize,
    known: Mutex<HashMap<K, (Stamp, V)>>,
}

impl<K: Hash + Eq, V: Clone> Memory<K, V> {
    /// Remembers so many answers of this store. Only the embedded database tells of every commit before it is acknowledged; other
    /// nodes of PostgreSQL tell later, so there nothing is remembered.
    pub(crate) fn of(store: &Store, most: usize) -> Self {
        Memory::new(store.dialect() == Dialect::Sqlite, most)
    }

    fn new(exact: bool, most: usize) -> Self {
        Memory { exact, most, known: Mutex::default() }
    }

    /// What is known, unless there was a commit since.
    pub(crate) fn get(&self, key: &K, stamp: Stamp) -> Option<V> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(key).filter(|(then, _)| *then == stamp).map(|(_, value)| value.clone())
    }

    /// Remembers. `stamp` was taken before the value was read: a commit in between then makes it stale, never wrong.
    pub(crate) fn put(&self, key: K, stamp: Stamp, value: V) {
        if !self.exact {
            return;
        }
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= self.most {
            known.clear();
        }
        known.insert(key, (stamp, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_commit_could_have_changed_is_not_remembered() {
        let memory = Memory::new(true, 8);
        memory.put("a", [1, 0, 0, 0], 1);
        assert_eq!(memory.get(&"a", [1, 0, 0, 0]), Some(1));
        assert_eq!(memory.get(&"a", [2, 0, 0, 0]), None);
    }

    #[test]
    fn nothing_is_remembered_where_other_nodes_write() {
        let memory = Memory::new(false, 8);
        memory.put("a", [0; 4], 1);
        assert_eq!(memory.get(&"a", [0; 4]), None);
    }

    #[test]
    fn the_memory_is_bounded() {
        let memory = Memory::new(true, 8);
        for key in 0..30 {
            memory.put(key, [0; 4], ());
        }
        assert!(memory.known.lock().is_ok_and(|known| known.len() <= 8));
    }
}
