//! Values as text: `repr`, `str`, format specifications, `%` and `.format`.

use crate::{Result, Value, Vm};

impl Vm<'_> {
    /// `repr(value)`
    pub fn repr(&mut self, _value: &Value) -> Result<String> {
        Ok(String::new())
    }

    /// `str(value)`
    pub fn str(&mut self, _value: &Value) -> Result<String> {
        Ok(String::new())
    }

    /// `format(value, spec)`
    pub fn format(&mut self, _value: &Value, _spec: &str) -> Result<String> {
        Ok(String::new())
    }

    /// `template % values`
    pub fn percent(&mut self, _template: &str, _values: &Value) -> Result<String> {
        Ok(String::new())
    }
}
