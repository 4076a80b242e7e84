//! Dictionaries: entries in the order in which they came, found by hash.
//!
//! Comparing keys may run the program (`__eq__`), which may change this very dictionary. So this part never calls anything: it either
//! knows the answer, or names the entries that the caller has to compare ([`Probe::Ask`]). The whole operations are `Vm::dict_get` and
//! its siblings in `operate`.

use hashbrown::HashTable;

use crate::{
    Str, Value,
    operate::{quick_equal, quick_hash, text_hash},
};

/// A dictionary.
#[derive(Default)]
pub struct Dict {
    entries: Vec<Option<Entry>>,
    index: HashTable<usize>,
    /// No entry is before this place, so that taking the first one out again and again does not go through all that are gone.
    front: usize,
}

/// A key, its hash, and what belongs to it.
#[derive(Clone)]
pub struct Entry {
    /// Hash of the key.
    pub hash: u64,
    /// The key.
    pub key: Value,
    /// What belongs to it.
    pub value: Value,
}

/// What a look at the dictionary tells.
pub enum Probe {
    /// At this place.
    Found(usize),
    /// Not there.
    Missing,
    /// One of these, if the program's own `==` says so.
    Ask(Vec<usize>),
}

impl Dict {
    /// An empty one.
    pub fn new() -> Self {
        Dict::default()
    }

    /// An empty one with room for so many entries.
    pub fn with_room(entries: usize) -> Self {
        Dict { entries: Vec::with_capacity(entries), index: HashTable::with_capacity(entries), front: 0 }
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// How many places there are, the empty ones of removed entries included: an iteration that remembers a place goes on from there.
    pub fn places(&self) -> usize {
        self.entries.len()
    }

    /// Where an iteration may begin.
    pub fn front(&self) -> usize {
        self.front
    }

    /// Where a key is.
    pub fn probe(&self, hash: u64, key: &Value) -> Probe {
        let mut ask = Vec::new();
        let mut passed = 0;
        for place in self.index.iter_hash(hash).copied() {
            let Some(Some(entry)) = self.entries.get(place) else { continue };
            if entry.hash == hash {
                match quick_equal(&entry.key, key) {
                    Some(true) => return Probe::Found(place),
                    // Many keys of the same hash are looked at by the caller, who pays for it.
                    Some(false) if passed < 8 => passed += 1,
                    Some(false) | None => ask.push(place),
                }
            }
        }
        if ask.is_empty() { Probe::Missing } else { Probe::Ask(ask) }
    }

    /// The entry at a place.
    pub fn at(&self, place: usize) -> Option<&Entry> {
        self.entries.get(place)?.as_ref()
    }

    /// Another value for the entry at a place.
    pub fn replace(&mut self, place: usize, value: Value) -> Option<Value> {
        let entry = self.entries.get_mut(place)?.as_mut()?;
        Some(std::mem::replace(&mut entry.value, value))
    }

    /// A further entry, whose key is known to be missing.
    pub fn push(&mut self, hash: u64, key: Value, value: Value) {
        let place = self.entries.len();
        self.entries.push(Some(Entry { hash, key, value }));
        let entries = &self.entries;
        self.index.insert_unique(hash, place, |place| hash_at(entries, *place));
    }

    /// Takes the entry at a place out.
    pub fn remove(&mut self, place: usize) -> Option<Entry> {
        let entry = self.entries.get_mut(place)?.take()?;
        if let Ok(found) = self.index.find_entry(entry.hash, |known| *known == place) {
            found.remove();
        }
        while let Some(None) = self.entries.last() {
            self.entries.pop();
        }
        while let Some(None) = self.entries.get(self.front) {
            self.front += 1;
        }
        self.front = self.front.min(self.entries.len());
        if self.entries.len() > 16 && self.entries.len() > 2 * self.index.len() {
            self.close_gaps();
        }
        Some(entry)
    }

    /// Takes the last entry out.
    pub fn pop(&mut self) -> Option<Entry> {
        self.remove(self.entries.len().checked_sub(1)?)
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        *self = Dict::default();
    }

    /// All entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().flatten()
    }

    /// What belongs to a text.
    pub fn text(&self, name: &str) -> Option<&Value> {
        let hash = text_hash(name);
        let mut places = self.index.iter_hash(hash).filter_map(|place| self.at(*place));
        places.find(|entry| entry.key.as_str() == Some(name)).map(|entry| &entry.value)
    }

    /// Puts a value under a text.
    pub fn set_text(&mut self, name: Str, value: Value) {
        let key = Value::Str(name);
        let hash = quick_hash(&key).unwrap_or_default();
        match self.probe(hash, &key) {
            Probe::Found(place) => drop(self.replace(place, value)),
            _ => self.push(hash, key, value),
        }
    }

    /// Takes out what belongs to a text.
    pub fn remove_text(&mut self, name: &str) -> Option<Value> {
        let key = Value::str(name);
        match self.probe(quick_hash(&key).unwrap_or_default(), &key) {
            Probe::Found(place) => self.remove(place).map(|entry| entry.value),
            _ => None,
        }
    }

    /// The same entries in a dictionary of their own.
    #[must_use]
    pub fn copy(&self) -> Self {
        let mut copy = Dict { entries: self.iter().cloned().map(Some).collect(), index: HashTable::with_capacity(self.len()), front: 0 };
        copy.find_again();
        copy
    }

    fn close_gaps(&mut self) {
        self.entries.retain(Option::is_some);
        self.front = 0;
        self.find_again();
    }

    fn find_again(&mut self) {
        self.index.clear();
        let entries = &self.entries;
        for (place, entry) in entries.iter().enumerate() {
            let hash = entry.as_ref().map_or(0, |entry| entry.hash);
            self.index.insert_unique(hash, place, |place| hash_at(entries, *place));
        }
    }
}

impl std::fmt::Debug for Dict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<dict of {}>", self.len())
    }
}

fn hash_at(entries: &[Option<Entry>], place: usize) -> u64 {
    entries.get(place).and_then(Option::as_ref).map_or(0, |entry| entry.hash)
}
