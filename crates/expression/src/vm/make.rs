//! Making values: they are charged for, and those that can hold themselves are remembered, so that nothing is left at the end.

use std::{cell::RefCell, rc::Rc};

use crate::{Dict, Result, Value, Vm, types::set::Set};

impl Vm<'_> {
    /// A list.
    pub fn list(&mut self, items: Vec<Value>) -> Result<Value> {
        self.allocate(64 + items.capacity() * size_of::<Value>())?;
        Ok(Value::List(Rc::new(RefCell::new(items))))
    }

    /// A tuple.
    pub fn tuple(&mut self, items: Vec<Value>) -> Result<Value> {
        self.allocate(32 + items.len() * size_of::<Value>())?;
        Ok(Value::Tuple(items.into()))
    }

    /// A dictionary.
    pub fn dict(&mut self, dict: Dict) -> Result<Value> {
        self.allocate(96 + dict.places() * 72)?;
        Ok(Value::Dict(Rc::new(RefCell::new(dict))))
    }

    /// A dictionary of these pairs; keys may be anything that can be hashed.
    pub fn dict_of(&mut self, pairs: Vec<(Value, Value)>) -> Result<Value> {
        let dict = Rc::new(RefCell::new(Dict::new()));
        for (key, value) in pairs {
            self.dict_set(&dict, key, value)?;
        }
        Ok(Value::Dict(dict))
    }

    /// A set.
    pub fn set(&mut self, items: Vec<Value>, frozen: bool) -> Result<Value> {
        let dict = Rc::new(RefCell::new(Dict::new()));
        for item in items {
            self.dict_set(&dict, item, Value::None)?;
        }
        Ok(Value::Set(Rc::new(Set { frozen, items: RefCell::new(dict.take()) })))
    }

    /// Text.
    pub fn text(&mut self, text: String) -> Result<Value> {
        self.allocate(24 + text.len())?;
        Ok(Value::Str(text.into()))
    }

    /// Bytes.
    pub fn bytes(&mut self, bytes: Vec<u8>) -> Result<Value> {
        self.allocate(24 + bytes.len())?;
        Ok(Value::Bytes(bytes.into()))
    }
}
