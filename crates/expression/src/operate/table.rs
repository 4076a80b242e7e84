//! The whole operations of dictionaries, which may run `__hash__` and `__eq__` of the program.

use std::{cell::RefCell, rc::Rc};

use super::plain;
use crate::{Args, Dict, Result, Stop, Value, Vm, dict::Probe};

/// Bytes that an entry takes.
const ENTRY: usize = 72;

impl Vm<'_> {
    /// Where a key is. Starts again when the program's own `==` has changed the dictionary meanwhile.
    pub(crate) fn dict_find(&mut self, dict: &RefCell<Dict>, hash: u64, key: &Value) -> Result<Option<usize>> {
        'again: loop {
            let probe = dict.borrow().probe(hash, key);
            let places = match probe {
                Probe::Found(place) => return Ok(Some(place)),
                Probe::Missing => return Ok(None),
                Probe::Ask(places) => places,
            };
            self.work(places.len() * 4 + 1)?;
            for place in places {
                let known = dict.borrow().at(place).map(|entry| entry.key.clone());
                let Some(known) = known else { continue 'again };
                let equal = self.equal(&known, key)?;
                if !dict.borrow().at(place).is_some_and(|entry| entry.key.is(&known)) {
                    continue 'again;
                }
                if equal {
                    return Ok(Some(place));
                }
            }
            return Ok(None);
        }
    }

    /// `dict.get(key)`
    pub fn dict_get(&mut self, dict: &RefCell<Dict>, key: &Value) -> Result<Option<Value>> {
        let hash = self.hash(key)?;
        let place = self.dict_find(dict, hash, key)?;
        Ok(place.and_then(|place| dict.borrow().at(place).map(|entry| entry.value.clone())))
    }

    /// `dict[key] = value`; gives what was there. Charges for the entry.
    pub fn dict_set(&mut self, dict: &RefCell<Dict>, key: Value, value: Value) -> Result<Option<Value>> {
        let hash = self.hash(&key)?;
        self.dict_put(dict, hash, key, value)
    }

    /// `dict[key] = value` when the hash is known.
    pub(crate) fn dict_put(&mut self, dict: &RefCell<Dict>, hash: u64, key: Value, value: Value) -> Result<Option<Value>> {
        if let Some(place) = self.dict_find(dict, hash, &key)? {
            return Ok(dict.borrow_mut().replace(place, value));
        }
        self.allocate(ENTRY)?;
        dict.borrow_mut().push(hash, key, value);
        Ok(None)
    }

    /// `dict.pop(key)`
    pub fn dict_remove(&mut self, dict: &RefCell<Dict>, key: &Value) -> Result<Option<Value>> {
        let hash = self.hash(key)?;
        let place = self.dict_find(dict, hash, key)?;
        Ok(place.and_then(|place| dict.borrow_mut().remove(place)).map(|entry| entry.value))
    }

    /// `dict.copy()`
    pub(crate) fn dict_copy(&mut self, dict: &RefCell<Dict>) -> Result<Rc<RefCell<Dict>>> {
        let count = dict.borrow().len();
        self.work(count / 2)?;
        self.allocate(count.saturating_mul(ENTRY))?;
        let copy = dict.borrow().copy();
        match self.dict(Dict::new())? {
            Value::Dict(made) => {
                *made.borrow_mut() = copy;
                Ok(made)
            }
            _ => Ok(Rc::default()),
        }
    }

    /// Puts all entries of another dictionary in.
    pub(crate) fn dict_merge(&mut self, dict: &RefCell<Dict>, other: &RefCell<Dict>) -> Result<()> {
        if std::ptr::eq(dict, other) {
            return Ok(());
        }
        let count = other.borrow().len();
        let mut place = 0;
        while place < other.borrow().places() {
            let entry = other.borrow().at(place).cloned();
            if let Some(entry) = entry {
                self.work(1)?;
                self.dict_put(dict, entry.hash, entry.key, entry.value)?;
                if other.borrow().len() != count {
                    return Err(Stop::raise(&crate::exception::RUNTIME_ERROR, "dict mutated during update"));
                }
            }
            place += 1;
        }
        Ok(())
    }

    /// `dict.update(other)`: a mapping, or pairs.
    pub(crate) fn dict_update(&mut self, dict: &RefCell<Dict>, other: &Value) -> Result<()> {
        if let Value::Dict(other) = plain(other) {
            return self.dict_merge(dict, &Rc::clone(other));
        }
        if self.find_attribute(other, "keys")?.is_some() {
            let keys = self.call_method(other, "keys", Args::default())?;
            let keys = self.iterate(&keys)?;
            while let Some(key) = self.next(&keys)? {
                let value = self.item(other, &key)?;
                self.dict_set(dict, key, value)?;
            }
            return Ok(());
        }
        let pairs = self.iterate(other)?;
        let mut place = 0;
        while let Some(pair) = self.next(&pairs)? {
            let items = self.items(&pair).map_err(|stop| match stop {
                Stop::Raise(_) if stop.is(&crate::exception::TYPE_ERROR) => {
                    Stop::type_error(format!("cannot convert dictionary update sequence element #{place} to a sequence"))
                }
                stop => stop,
            })?;
            let length = items.len();
            match <[Value; 2]>::try_from(items) {
                Ok([key, value]) => drop(self.dict_set(dict, key, value)?),
                Err(_) => {
                    return Err(Stop::value_error(format!(
                        "dictionary update sequence element #{place} has length {length}; 2 is required"
                    )));
                }
            }
            place += 1;
        }
        Ok(())
    }

    /// `==` of dictionaries, whatever their order.
    pub(super) fn equal_dicts(&mut self, one: &RefCell<Dict>, two: &RefCell<Dict>) -> Result<bool> {
        if one.borrow().len() != two.borrow().len() {
            return Ok(false);
        }
        let mut place = 0;
        while place < one.borrow().places() {
            let entry = one.borrow().at(place).cloned();
            if let Some(entry) = entry {
                self.work(1)?;
                let Some(found) = self.dict_find(two, entry.hash, &entry.key)? else { return Ok(false) };
                let other = two.borrow().at(found).map(|entry| entry.value.clone());
                let Some(other) = other else { return Ok(false) };
                if !self.equal(&entry.value, &other)? {
                    return Ok(false);
                }
            }
            place += 1;
        }
        Ok(true)
    }
}
