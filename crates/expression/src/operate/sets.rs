//! Operators between sets.

use std::{cell::RefCell, rc::Rc};

use super::{BinaryOp, CompareOp, plain};
use crate::{Dict, Result, Value, Vm, types::set::Set};

impl Vm<'_> {
    /// Hash of what is looked for in a set: a set stands for the frozen set of the same items.
    pub(super) fn item_hash(&mut self, item: &Value) -> Result<u64> {
        match plain(item) {
            Value::Set(set) if !set.frozen => {
                let items = set.items.borrow().copy();
                self.hash(&Value::Set(Rc::new(Set { frozen: true, items: RefCell::new(items) })))
            }
            _ => self.hash(item),
        }
    }

    /// A set of what is in this dictionary.
    pub(crate) fn set_from(&mut self, items: Dict, frozen: bool) -> Result<Value> {
        let made = self.set(Vec::new(), frozen)?;
        if let Value::Set(set) = &made {
            *set.items.borrow_mut() = items;
        }
        Ok(made)
    }

    /// `one op two` as a new set of the kind of the first; `None` for operators that sets do not have.
    pub(super) fn set_operation(&mut self, op: BinaryOp, one: &Rc<Set>, two: &Rc<Set>) -> Result<Option<Value>> {
        let (one, two) = (Rc::clone(one), Rc::clone(two));
        let items = match op {
            BinaryOp::Or => self.set_union(&one.items, &two.items)?,
            BinaryOp::And => self.set_filter(&one.items, &two.items, true)?,
            BinaryOp::Subtract => self.set_filter(&one.items, &two.items, false)?,
            BinaryOp::Xor => {
                let (mine, theirs) = (self.set_filter(&one.items, &two.items, false)?, self.set_filter(&two.items, &one.items, false)?);
                self.set_union(&RefCell::new(mine), &RefCell::new(theirs))?
            }
            _ => return Ok(None),
        };
        self.set_from(items, one.frozen).map(Some)
    }

    /// `one op= two`; whether sets have that operator.
    pub(super) fn set_change(&mut self, op: BinaryOp, one: &Rc<Set>, two: &Rc<Set>) -> Result<bool> {
        match self.set_operation(op, one, two)? {
            Some(Value::Set(changed)) => {
                let items = changed.items.take();
                *one.items.borrow_mut() = items;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// What is in either.
    pub(crate) fn set_union(&mut self, one: &RefCell<Dict>, two: &RefCell<Dict>) -> Result<Dict> {
        let count = one.borrow().len();
        self.allocate(count.saturating_mul(72))?;
        self.work(count / 2)?;
        let all = RefCell::new(one.borrow().copy());
        self.set_merge(&all, two)?;
        Ok(all.take())
    }

    /// Puts all items of the second into the first. An item that is there already stays.
    pub(crate) fn set_merge(&mut self, one: &RefCell<Dict>, two: &RefCell<Dict>) -> Result<()> {
        for (hash, key) in self.set_keys(two)? {
            if self.dict_find(one, hash, &key)?.is_none() {
                self.allocate(72)?;
                one.borrow_mut().push(hash, key, Value::None);
            }
        }
        Ok(())
    }

    /// What of the first is, or is not, in the second.
    pub(crate) fn set_filter(&mut self, one: &RefCell<Dict>, two: &RefCell<Dict>, wanted: bool) -> Result<Dict> {
        let mut kept = Dict::new();
        for (hash, key) in self.set_keys(one)? {
            if self.dict_find(two, hash, &key)?.is_some() == wanted {
                self.allocate(72)?;
                kept.push(hash, key, Value::None);
            }
        }
        Ok(kept)
    }

    /// All items with their hashes, paid for.
    fn set_keys(&mut self, items: &RefCell<Dict>) -> Result<Vec<(u64, Value)>> {
        let count = items.borrow().len();
        self.work(count)?;
        Ok(items.borrow().iter().map(|entry| (entry.hash, entry.key.clone())).collect())
    }

    /// Whether all items of the first are in the second.
    pub(crate) fn is_subset(&mut self, one: &RefCell<Dict>, two: &RefCell<Dict>) -> Result<bool> {
        if one.borrow().len() > two.borrow().len() {
            return Ok(false);
        }
        for (hash, key) in self.set_keys(one)? {
            if self.dict_find(two, hash, &key)?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// `one op two`: order is being a subset.
    pub(super) fn set_compare(&mut self, op: CompareOp, one: &Rc<Set>, two: &Rc<Set>) -> Result<bool> {
        let (count, other) = (one.items.borrow().len(), two.items.borrow().len());
        match op {
            CompareOp::Equal => Ok(count == other && self.is_subset(&one.items, &two.items)?),
            CompareOp::NotEqual => Ok(count != other || !self.is_subset(&one.items, &two.items)?),
            CompareOp::LessEqual => self.is_subset(&one.items, &two.items),
            CompareOp::Less => Ok(count < other && self.is_subset(&one.items, &two.items)?),
            CompareOp::GreaterEqual => self.is_subset(&two.items, &one.items),
            CompareOp::Greater => Ok(count > other && self.is_subset(&two.items, &one.items)?),
        }
    }

    /// The items of anything, as those of a set.
    pub(crate) fn set_items(&mut self, value: &Value) -> Result<Rc<Set>> {
        if let Value::Set(set) = plain(value) {
            return Ok(Rc::clone(set));
        }
        let items = RefCell::new(Dict::new());
        if let Value::Dict(dict) = plain(value) {
            let dict = Rc::clone(dict);
            self.set_merge(&items, &dict)?;
        } else {
            let iterator = self.iterate(value)?;
            while let Some(item) = self.next(&iterator)? {
                let hash = self.hash(&item)?;
                if self.dict_find(&items, hash, &item)?.is_none() {
                    self.allocate(72)?;
                    items.borrow_mut().push(hash, item, Value::None);
                }
            }
        }
        Ok(Rc::new(Set { frozen: true, items }))
    }

    /// Adds an item.
    pub(crate) fn set_add(&mut self, set: &Set, item: Value) -> Result<()> {
        let hash = self.hash(&item)?;
        if self.dict_find(&set.items, hash, &item)?.is_none() {
            self.allocate(72)?;
            set.items.borrow_mut().push(hash, item, Value::None);
        }
        Ok(())
    }

    /// Takes an item out; whether it was there.
    pub(crate) fn set_discard(&mut self, set: &Set, item: &Value) -> Result<bool> {
        let hash = self.item_hash(item)?;
        match self.dict_find(&set.items, hash, item)? {
            Some(place) => Ok(set.items.borrow_mut().remove(place).is_some()),
            None => Ok(false),
        }
    }
}
