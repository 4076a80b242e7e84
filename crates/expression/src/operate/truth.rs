//! What counts as true.

use crate::{Result, Value, Vm};

impl Vm<'_> {
    /// `bool(value)`
    pub fn truth(&mut self, _value: &Value) -> Result<bool> {
        Ok(true)
    }
}
