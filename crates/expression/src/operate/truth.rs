//! What counts as true.

use num_traits::Zero;

use super::{class_of, programmable};
use crate::{Result, Stop, Value, Vm};

impl Vm<'_> {
    /// `bool(value)`
    pub fn truth(&mut self, value: &Value) -> Result<bool> {
        Ok(match value {
            Value::Bool(flag) => *flag,
            Value::None => false,
            Value::Int(number) => *number != 0,
            Value::Big(number) => !number.is_zero(),
            Value::Float(number) => *number != 0.0,
            Value::Str(text) => !text.is_empty(),
            Value::Bytes(bytes) => !bytes.is_empty(),
            Value::Tuple(items) => !items.is_empty(),
            Value::List(items) => !items.borrow().is_empty(),
            Value::Dict(dict) => !dict.borrow().is_empty(),
            Value::Set(set) => !set.items.borrow().is_empty(),
            Value::Range(range) => range.count() != 0,
            Value::Object(object) => match object.truth(self)? {
                Some(truth) => truth,
                None => object.len(self)?.is_none_or(|length| length != 0),
            },
            value if programmable(value) => return self.instance_truth(value),
            _ => true,
        })
    }

    fn instance_truth(&mut self, value: &Value) -> Result<bool> {
        if let Some(answer) = self.special(value, "__bool__", vec![])? {
            return match answer {
                Value::Bool(flag) => Ok(flag),
                other => Err(Stop::type_error(format!("__bool__ should return bool, returned {}", class_of(&other).name()))),
            };
        }
        if let Some(length) = self.special_len(value)? {
            return Ok(length != 0);
        }
        match value {
            Value::Instance(instance) => match &instance.payload {
                Some(payload) => self.truth(&payload.clone()),
                None => Ok(true),
            },
            _ => Ok(true),
        }
    }
}
