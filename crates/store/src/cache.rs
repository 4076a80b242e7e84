//! What is remembered between requests: rows and links of configuration, and counts.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use jiff::Timestamp;
use serde_json::Value as Json;
use vestibule_resource::{Many, Record, Value};

use crate::{generation::Generations, key::Key, schema::Schema, sql::Statement, touch::Touch};

/// Everything remembered, each with the generation at which it was read.
#[derive(Debug)]
pub(crate) struct Cache {
    pub generations: Generations,
    rows: RwLock<HashMap<&'static str, Remembered<Rows>>>,
    links: RwLock<HashMap<(&'static str, &'static str), Remembered<LinkMap>>>,
    /// Rows that were asked for by one column, with the value asked for.
    found: Mutex<HashMap<Asked, (u64, Arc<Record>)>>,
    counts: Mutex<HashMap<String, (u64, u64)>>,
    /// The server's own notes; their names are fixed, so there are few.
    settings: Mutex<HashMap<String, (u64, Option<Json>)>>,
    /// Held while something is read anew, so that a crowd reads it once.
    pub loading: tokio::sync::Mutex<()>,
}

/// A question for one row: table, column and value.
pub(crate) type Asked = (&'static str, &'static str, Key);

#[derive(Debug)]
struct Remembered<T> {
    generation: u64,
    until: Option<Timestamp>,
    value: Arc<T>,
}

/// All rows of one configuration resource at one moment, held in memory.
#[derive(Debug, Default)]
pub struct Rows {
    /// The rows, by key.
    pub all: Vec<Arc<Record>>,
    index: HashMap<Key, usize>,
}

/// All links of one table, seen from one end.
#[derive(Debug, Default)]
pub(crate) struct LinkMap {
    /// With the place of each link in the order of all.
    links: HashMap<Key, Vec<(usize, Value)>>,
}

impl Rows {
    pub(crate) fn new(records: Vec<Record>) -> Self {
        let index = records.iter().enumerate().filter_map(|(place, row)| Some((Key::of(row.key())?, place))).collect();
        Rows { all: records.into_iter().map(Arc::new).collect(), index }
    }

    /// The row with that key.
    pub fn find(&self, key: &Value) -> Option<&Arc<Record>> {
        self.index.get(&Key::of(key)?).and_then(|place| self.all.get(*place))
    }
}

impl LinkMap {
    pub(crate) fn new(pairs: Vec<(Value, Value)>) -> Self {
        let mut map = LinkMap::default();
        for (place, (mine, theirs)) in pairs.into_iter().enumerate() {
            if let Some(key) = Key::of(&mine) {
                map.links.entry(key).or_default().push((place, theirs));
            }
        }
        map
    }

    /// The links of these objects, in the order of all links.
    pub(crate) fn of(&self, mine: &[Value]) -> Vec<(Value, Value)> {
        let mut asked = std::collections::HashSet::new();
        let mut found: Vec<(usize, Value, Value)> = Vec::new();
        for key in mine {
            let Some(wanted) = Key::of(key) else { continue };
            let links = self.links.get(&wanted).into_iter().flatten();
            if asked.insert(wanted) {
                found.extend(links.map(|(place, theirs)| (*place, key.clone(), theirs.clone())));
            }
        }
        found.sort_by_key(|(place, ..)| *place);
        found.into_iter().map(|(_, mine, theirs)| (mine, theirs)).collect()
    }

    /// Everything that is reached from these keys, the keys included.
    pub(crate) fn closure(&self, start: &[Value]) -> Vec<Value> {
        let mut seen = std::collections::HashSet::new();
        let mut reached: Vec<Value> = Vec::new();
        let mut waiting: std::collections::VecDeque<Value> = start.iter().cloned().collect();
        while let Some(value) = waiting.pop_front() {
            let Some(key) = Key::of(&value) else { continue };
            if !seen.contains(&key) {
                waiting.extend(self.links.get(&key).into_iter().flatten().map(|(_, theirs)| theirs.clone()));
                seen.insert(key);
                reached.push(value);
            }
        }
        reached
    }
}

impl Cache {
    pub(crate) fn new(schema: &Schema) -> Self {
        Cache {
            generations: Generations::new(schema),
            rows: RwLock::default(),
            links: RwLock::default(),
            found: Mutex::default(),
            counts: Mutex::default(),
            settings: Mutex::default(),
            loading: tokio::sync::Mutex::new(()),
        }
    }

    pub(crate) fn rows(&self, table: &'static str, generation: u64, now: Timestamp) -> Option<Arc<Rows>> {
        recall(&self.rows, &table, generation, now)
    }

    /// `until` is the moment at which the first of the rows expires.
    pub(crate) fn keep_rows(&self, table: &'static str, generation: u64, until: Option<Timestamp>, value: Arc<Rows>) {
        let mut rows = self.rows.write().unwrap_or_else(PoisonError::into_inner);
        rows.insert(table, Remembered { generation, until, value });
    }

    pub(crate) fn links(&self, links: &Many, generation: u64, now: Timestamp) -> Option<Arc<LinkMap>> {
        recall(&self.links, &(links.table, links.mine), generation, now)
    }

    pub(crate) fn keep_links(&self, links: &Many, generation: u64, value: Arc<LinkMap>) {
        let mut map = self.links.write().unwrap_or_else(PoisonError::into_inner);
        map.insert((links.table, links.mine), Remembered { generation, until: None, value });
    }

    pub(crate) fn found(&self, asked: &Asked, generation: u64) -> Option<Arc<Record>> {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.get(asked).filter(|(then, _)| *then == generation).map(|(_, row)| row.clone())
    }

    pub(crate) fn keep_found(&self, asked: Asked, generation: u64, row: Arc<Record>) {
        const MOST: usize = 1_000;
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if found.len() >= MOST {
            found.clear();
        }
        found.insert(asked, (generation, row));
    }

    pub(crate) fn count(&self, question: &str, generation: u64) -> Option<u64> {
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.get(question).filter(|(then, _)| *then == generation).map(|(_, rows)| *rows)
    }

    pub(crate) fn keep_count(&self, question: String, generation: u64, rows: u64) {
        const MOST: usize = 1_000;
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= MOST {
            counts.clear();
        }
        counts.insert(question, (generation, rows));
    }

    pub(crate) fn setting(&self, key: &str, generation: u64) -> Option<Option<Json>> {
        let settings = self.settings.lock().unwrap_or_else(PoisonError::into_inner);
        settings.get(key).filter(|(then, _)| *then == generation).map(|(_, value)| value.clone())
    }

    pub(crate) fn keep_setting(&self, key: &str, generation: u64, value: Option<Json>) {
        let mut settings = self.settings.lock().unwrap_or_else(PoisonError::into_inner);
        settings.insert(key.to_owned(), (generation, value));
    }

    /// Generation of the parts that a count looks at.
    pub(crate) fn parts(&self, looks_at: &[Touch]) -> u64 {
        self.generations.of_parts(looks_at)
    }
}

fn recall<K: std::hash::Hash + Eq, T>(map: &RwLock<HashMap<K, Remembered<T>>>, key: &K, generation: u64, now: Timestamp) -> Option<Arc<T>> {
    let map = map.read().unwrap_or_else(PoisonError::into_inner);
    let known = map.get(key)?;
    let fresh = known.generation == generation && known.until.is_none_or(|until| now <= until);
    fresh.then(|| known.value.clone())
}

/// A statement with its parameters as one text.
pub(crate) fn question(statement: &Statement) -> String {
    format!("{} {:?}", statement.text, statement.binds)
}
