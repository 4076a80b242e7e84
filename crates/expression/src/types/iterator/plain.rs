//! Iterators over the built-in containers.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use super::{ITERATOR, Iterate};
use crate::{
    Dict, Result, Stop, Str, Type, Value, Vm, exception,
    types::{range::Range, set::Set},
};

static LIST: Type = Type { base: Some(&ITERATOR), ..Type::new("list_iterator") };
static TUPLE: Type = Type { base: Some(&ITERATOR), ..Type::new("tuple_iterator") };
static STR: Type = Type { base: Some(&ITERATOR), ..Type::new("str_iterator") };
static BYTES: Type = Type { base: Some(&ITERATOR), ..Type::new("bytes_iterator") };
static RANGE: Type = Type { base: Some(&ITERATOR), ..Type::new("range_iterator") };
static SET: Type = Type { base: Some(&ITERATOR), ..Type::new("set_iterator") };
static KEYS: Type = Type { base: Some(&ITERATOR), ..Type::new("dict_keyiterator") };
static VALUES: Type = Type { base: Some(&ITERATOR), ..Type::new("dict_valueiterator") };
static ITEMS: Type = Type { base: Some(&ITERATOR), ..Type::new("dict_itemiterator") };

/// An iterator over a built-in container; `None` for everything else.
pub(crate) fn of(vm: &mut Vm<'_>, value: &Value) -> Option<Value> {
    Some(match value {
        Value::List(items) => vm.iterator(&LIST, List { items: Some(Rc::clone(items)), at: 0 }),
        Value::Tuple(items) => vm.iterator(&TUPLE, Tuple { items: Rc::clone(items), at: 0 }),
        Value::Str(text) => vm.iterator(&STR, Chars { text: Arc::clone(text), at: 0 }),
        Value::Bytes(bytes) => vm.iterator(&BYTES, Bytes { bytes: Rc::clone(bytes), at: 0 }),
        Value::Range(range) => vm.iterator(&RANGE, Numbers { left: **range }),
        Value::Dict(dict) => Pairs::over(vm, dict, DictPart::Keys, false),
        Value::Set(set) => {
            let (size, at) = (set.items.borrow().len(), set.items.borrow().front());
            vm.iterator(&SET, Members { set: Some(Rc::clone(set)), at, size })
        }
        _ => return None,
    })
}

struct List {
    items: Option<Rc<RefCell<Vec<Value>>>>,
    at: usize,
}

impl Iterate for List {
    fn next(&mut self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let item = self.items.as_ref().and_then(|items| items.borrow().get(self.at).cloned());
        self.at += 1;
        if item.is_none() {
            self.items = None;
        }
        Ok(item)
    }

    fn remaining(&self) -> usize {
        self.items.as_ref().map_or(0, |items| items.borrow().len().saturating_sub(self.at))
    }
}

struct Tuple {
    items: Rc<[Value]>,
    at: usize,
}

impl Iterate for Tuple {
    fn next(&mut self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let item = self.items.get(self.at).cloned();
        self.at += 1;
        Ok(item)
    }

    fn remaining(&self) -> usize {
        self.items.len().saturating_sub(self.at)
    }
}

struct Chars {
    text: Str,
    at: usize,
}

impl Iterate for Chars {
    fn next(&mut self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let Some(char) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else { return Ok(None) };
        self.at += char.len_utf8();
        Ok(Some(Value::str(char.encode_utf8(&mut [0; 4]))))
    }
}

/// Goes through bytes.
pub(crate) struct Bytes {
    pub(crate) bytes: Rc<[u8]>,
    pub(crate) at: usize,
}

impl Iterate for Bytes {
    fn next(&mut self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let byte = self.bytes.get(self.at).map(|byte| Value::Int(i64::from(*byte)));
        self.at += 1;
        Ok(byte)
    }
}

struct Numbers {
    left: Range,
}

impl Iterate for Numbers {
    fn next(&mut self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let Range { start, stop, step } = self.left;
        if (step > 0 && start >= stop) || (step < 0 && start <= stop) {
            return Ok(None);
        }
        match start.checked_add(step) {
            Some(next) => self.left.start = next,
            None => self.left.start = stop,
        }
        Ok(Some(Value::Int(start)))
    }
}

struct Members {
    set: Option<Rc<Set>>,
    at: usize,
    size: usize,
}

impl Iterate for Members {
    fn next(&mut self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let Some(set) = &self.set else { return Ok(None) };
        let items = set.items.borrow();
        if items.len() != self.size {
            return Err(Stop::raise(&exception::RUNTIME_ERROR, "Set changed size during iteration"));
        }
        while self.at < items.places() {
            self.at += 1;
            if let Some(entry) = items.at(self.at - 1) {
                return Ok(Some(entry.key.clone()));
            }
        }
        drop(items);
        self.set = None;
        Ok(None)
    }
}

/// What of the entries of a dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DictPart {
    /// `keys()`
    Keys,
    /// `values()`
    Values,
    /// `items()`
    Items,
}

/// Goes through a dictionary, from the first entry or from the last.
pub(crate) struct Pairs {
    dict: Option<Rc<RefCell<Dict>>>,
    part: DictPart,
    size: usize,
    at: usize,
    back: bool,
}

impl Pairs {
    /// An iterator over that part of a dictionary.
    pub(crate) fn over(vm: &mut Vm<'_>, dict: &Rc<RefCell<Dict>>, part: DictPart, back: bool) -> Value {
        let class = match part {
            DictPart::Keys => &KEYS,
            DictPart::Values => &VALUES,
            DictPart::Items => &ITEMS,
        };
        let size = dict.borrow().len();
        let at = if back { dict.borrow().places() } else { dict.borrow().front() };
        vm.iterator(class, Pairs { dict: Some(Rc::clone(dict)), part, size, at, back })
    }

    /// The next place to look at; `None` at the end.
    fn step(&mut self, places: usize) -> Option<usize> {
        if self.back {
            self.at = self.at.checked_sub(1)?;
            Some(self.at)
        } else {
            self.at += 1;
            (self.at <= places).then_some(self.at - 1)
        }
    }
}

impl Iterate for Pairs {
    fn next(&mut self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let Some(dict) = self.dict.clone() else { return Ok(None) };
        let dict = dict.borrow();
        if dict.len() != self.size {
            return Err(Stop::raise(&exception::RUNTIME_ERROR, "dictionary changed size during iteration"));
        }
        while let Some(place) = self.step(dict.places()) {
            let Some(entry) = dict.at(place) else { continue };
            return Ok(Some(match self.part {
                DictPart::Keys => entry.key.clone(),
                DictPart::Values => entry.value.clone(),
                DictPart::Items => Value::tuple(vec![entry.key.clone(), entry.value.clone()]),
            }));
        }
        self.dict = None;
        Ok(None)
    }

    fn remaining(&self) -> usize {
        self.size
    }
}
