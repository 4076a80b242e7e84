//! Going through values.

use std::rc::Rc;

use super::{
    Frame,
    attribute::member,
    execute::{Flow, Outcome},
};
use crate::{
    Result, Stop, Type, Value, Vm, exception,
    operate::class_of,
    types::iterator::{self, Iter, Iterate},
};

static SEQUENCE: Type = Type { base: Some(&iterator::ITERATOR), ..Type::new("iterator") };

impl Vm<'_> {
    /// `iter(value)`
    ///
    /// # Errors
    /// `TypeError` when it cannot be gone through.
    pub fn iterate(&mut self, value: &Value) -> Result<Value> {
        match value {
            Value::Iter(_) | Value::Generator(_) => return Ok(value.clone()),
            Value::Instance(instance) => {
                if let Some(iterator) = self.special(value, "__iter__", Vec::new())? {
                    return self.checked(iterator);
                }
                if let Some(payload) = &instance.payload {
                    return self.iterate(payload);
                }
                if member(&instance.class, "__getitem__").is_some() {
                    return Ok(self.iterator(&SEQUENCE, ByIndex { sequence: Some(value.clone()), next: 0 }));
                }
            }
            Value::Class(_) => {
                if let Some(iterator) = self.special(value, "__iter__", Vec::new())? {
                    return self.checked(iterator);
                }
            }
            Value::Object(object) => {
                let object = Rc::clone(object);
                if let Some(state) = object.iterate(self)? {
                    return Ok(Value::Iter(Rc::new(Iter { class: &SEQUENCE, state: std::cell::RefCell::new(state) })));
                }
            }
            value => {
                if let Some(iterator) = iterator::of(self, value) {
                    return Ok(iterator);
                }
            }
        }
        Err(Stop::type_error(format!("'{}' object is not iterable", class_of(value).name())))
    }

    /// What `__iter__` gave must be an iterator.
    fn checked(&mut self, iterator: Value) -> Result<Value> {
        let fine = match &iterator {
            Value::Iter(_) | Value::Generator(_) => true,
            Value::Instance(instance) => member(&instance.class, "__next__").is_some(),
            _ => false,
        };
        match fine {
            true => Ok(iterator),
            false => Err(Stop::type_error(format!("iter() returned non-iterator of type '{}'", class_of(&iterator).name()))),
        }
    }

    /// Whether a value can be gone through, without beginning to.
    pub(crate) fn is_iterable(&mut self, value: &Value) -> Result<bool> {
        Ok(match value {
            Value::Instance(instance) => {
                let known = |name| matches!(member(&instance.class, name), Some(value) if !value.is_none());
                known("__iter__") || known("__getitem__") || matches!(&instance.payload, Some(payload) if self.is_iterable(payload)?)
            }
            Value::Exception(_) => false,
            value => self.iterate(value).is_ok(),
        })
    }

    /// `next(iterator)`; `None` at its end. Charges a step.
    pub fn next(&mut self, iterator: &Value) -> Result<Option<Value>> {
        self.tick()?;
        match iterator {
            Value::Iter(iter) => match iter.state.try_borrow_mut() {
                Ok(mut state) => self.deeper(|vm| state.next(vm)),
                Err(_) => Err(Stop::value_error("generator already executing")),
            },
            Value::Generator(generator) => match self.resume(generator, Value::None)? {
                Outcome::Yielded(value) => Ok(Some(value)),
                Outcome::Returned(_) => Ok(None),
            },
            Value::Instance(_) => match self.special(iterator, "__next__", Vec::new()) {
                Ok(Some(value)) => Ok(Some(value)),
                Ok(None) => Err(not_an_iterator(iterator)),
                Err(stop) if stop.is(&exception::STOP_ITERATION) => Ok(None),
                Err(stop) => Err(stop),
            },
            other => Err(not_an_iterator(other)),
        }
    }

    /// All items of a value, charged for. Lists and tuples are copied at once.
    pub fn items(&mut self, value: &Value) -> Result<Vec<Value>> {
        match value {
            Value::List(items) => {
                let size = items.borrow().len();
                self.pay_items(size)?;
                Ok(items.borrow().clone())
            }
            Value::Tuple(items) => {
                self.pay_items(items.len())?;
                Ok(items.to_vec())
            }
            value => {
                let iterator = self.iterate(value)?;
                self.keep_fresh(&iterator);
                let mut items = Vec::new();
                while let Some(item) = self.next(&iterator)? {
                    self.allocate(2 * size_of::<Value>())?;
                    self.keep_fresh(&item);
                    items.push(item);
                }
                Ok(items)
            }
        }
    }

    fn pay_items(&mut self, count: usize) -> Result<()> {
        self.work(1 + count / 4)?;
        self.allocate(count * size_of::<Value>())
    }

    /// An iterator of ours as a value.
    pub fn iterator(&mut self, class: &'static Type, state: impl Iterate + 'static) -> Value {
        Value::Iter(Rc::new(Iter { class, state: std::cell::RefCell::new(Box::new(state)) }))
    }

    /// The next item of the iterator on top.
    #[inline]
    pub(super) fn next_op(&mut self, frame: &mut Frame, target: u32) -> Result<Flow> {
        let item = match frame.stack.last() {
            Some(Value::Iter(iter)) => {
                let iter = Rc::clone(iter);
                match iter.state.try_borrow_mut() {
                    Ok(mut state) => state.next(self)?,
                    Err(_) => return Err(Stop::value_error("generator already executing")),
                }
            }
            Some(Value::Generator(_)) => return Ok(Flow::Resume),
            Some(other) => {
                let other = other.clone();
                self.next(&other)?
            }
            None => None,
        };
        match item {
            Some(item) => self.arrive(frame, item),
            None => {
                frame.pop();
                frame.next = target as usize;
            }
        }
        Ok(Flow::Next)
    }
}

fn not_an_iterator(value: &Value) -> Stop {
    Stop::type_error(format!("'{}' object is not an iterator", class_of(value).name()))
}

/// An instance that only has `__getitem__`.
struct ByIndex {
    sequence: Option<Value>,
    next: i64,
}

impl Iterate for ByIndex {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let Some(sequence) = self.sequence.clone() else { return Ok(None) };
        match vm.item(&sequence, &Value::Int(self.next)) {
            Ok(item) => {
                self.next += 1;
                Ok(Some(item))
            }
            Err(stop) if stop.is(&exception::INDEX_ERROR) || stop.is(&exception::STOP_ITERATION) => {
                self.sequence = None;
                Ok(None)
            }
            Err(stop) => Err(stop),
        }
    }
}
