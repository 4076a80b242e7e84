//! How many items a value has.

use super::{class_of, plain, programmable};
use crate::{Result, Stop, Value, Vm, exception};

impl Vm<'_> {
    /// `len(value)`; `TypeError` when it has none.
    pub fn len(&mut self, value: &Value) -> Result<usize> {
        match self.find_len(value)? {
            Some(length) => Ok(length),
            None => Err(Stop::type_error(format!("object of type '{}' has no len()", class_of(value).name()))),
        }
    }

    /// `len(value)`; `None` when it has none.
    pub fn find_len(&mut self, value: &Value) -> Result<Option<usize>> {
        if programmable(value)
            && let Some(length) = self.special_len(value)?
        {
            return Ok(Some(length));
        }
        Ok(Some(match plain(value) {
            Value::Str(text) => {
                self.work(text.len() / 64)?;
                text.chars().count()
            }
            Value::Bytes(bytes) => bytes.len(),
            Value::Tuple(items) => items.len(),
            Value::List(items) => items.borrow().len(),
            Value::Dict(dict) => dict.borrow().len(),
            Value::Set(set) => set.items.borrow().len(),
            Value::Range(range) => range.count(),
            Value::Object(object) => return object.len(self),
            _ => return Ok(None),
        }))
    }

    /// What `__len__` of a class of the program says.
    pub(super) fn special_len(&mut self, value: &Value) -> Result<Option<usize>> {
        let Some(answer) = self.special(value, "__len__", vec![])? else { return Ok(None) };
        match answer.as_int() {
            Some(length) => usize::try_from(length).map(Some).map_err(|_| Stop::value_error("__len__() should return >= 0")),
            None if matches!(answer, Value::Big(_)) => {
                Err(Stop::raise(&exception::OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer"))
            }
            None => Err(Stop::type_error(format!("'{}' object cannot be interpreted as an integer", class_of(&answer).name()))),
        }
    }
}
