//! `x[key]`

use crate::{Result, Value, Vm};

impl Vm<'_> {
    /// `value[key]`, slices included.
    pub fn item(&mut self, _value: &Value, _key: &Value) -> Result<Value> {
        Ok(Value::None)
    }

    /// `value[key] = item`
    pub fn set_item(&mut self, _value: &Value, _key: Value, _item: Value) -> Result<()> {
        Ok(())
    }

    /// `del value[key]`
    pub fn delete_item(&mut self, _value: &Value, _key: &Value) -> Result<()> {
        Ok(())
    }
}
