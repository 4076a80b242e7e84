//! Values as text: `repr`, `str`, format specifications, `%` and `.format`.

mod container;
pub(crate) mod float;
pub(crate) mod quote;
mod repr;

use crate::{Result, Value, Vm};

impl Vm<'_> {
    /// `format(value, spec)`
    pub fn format(&mut self, value: &Value, _spec: &str) -> Result<String> {
        self.str(value)
    }

    /// `template % values`
    pub fn percent(&mut self, _template: &str, _values: &Value) -> Result<String> {
        Ok(String::new())
    }
}
