//! Looking into containers, and the whole operations of dictionaries, which may run `__hash__` and `__eq__` of the program.

use std::{cell::RefCell, rc::Rc};

use crate::{Dict, Result, Value, Vm};

impl Vm<'_> {
    /// `item in container`
    pub fn contains(&mut self, _container: &Value, _item: &Value) -> Result<bool> {
        Ok(false)
    }

    /// `len(value)`; `TypeError` when it has none.
    pub fn len(&mut self, _value: &Value) -> Result<usize> {
        Ok(0)
    }

    /// `dict.get(key)`
    pub fn dict_get(&mut self, _dict: &Rc<RefCell<Dict>>, _key: &Value) -> Result<Option<Value>> {
        Ok(None)
    }

    /// `dict[key] = value`; gives what was there. Charges for the entry.
    pub fn dict_set(&mut self, _dict: &Rc<RefCell<Dict>>, _key: Value, _value: Value) -> Result<Option<Value>> {
        Ok(None)
    }

    /// `dict.pop(key)`
    pub fn dict_remove(&mut self, _dict: &Rc<RefCell<Dict>>, _key: &Value) -> Result<Option<Value>> {
        Ok(None)
    }
}
