//! Going through values.

use std::rc::Rc;

use crate::{
    Result, Stop, Type, Value, Vm,
    types::iterator::{Iter, Iterate},
};

impl Vm<'_> {
    /// `iter(value)`
    ///
    /// # Errors
    /// `TypeError` when it cannot be gone through.
    pub fn iterate(&mut self, _value: &Value) -> Result<Value> {
        Err(Stop::type_error("not iterable"))
    }

    /// `next(iterator)`; `None` at its end. Charges a step.
    pub fn next(&mut self, _iterator: &Value) -> Result<Option<Value>> {
        Ok(None)
    }

    /// All items of a value, charged for. Lists and tuples are copied at once.
    pub fn items(&mut self, value: &Value) -> Result<Vec<Value>> {
        let iterator = self.iterate(value)?;
        let mut items = Vec::new();
        while let Some(item) = self.next(&iterator)? {
            self.allocate(size_of::<Value>())?;
            items.push(item);
        }
        Ok(items)
    }

    /// An iterator of ours as a value.
    pub fn iterator(&mut self, class: &'static Type, state: impl Iterate + 'static) -> Value {
        Value::Iter(Rc::new(Iter { class, state: std::cell::RefCell::new(Box::new(state)) }))
    }
}
