//! Sequences: one after the other, and several times.

use std::rc::Rc;

use crate::{Result, Stop, Value, Vm, exception};

impl Vm<'_> {
    /// `one + two` for two of the same kind; `None` for all else.
    pub(super) fn concatenate(&mut self, one: &Value, two: &Value) -> Result<Option<Value>> {
        Ok(Some(match (one, two) {
            (Value::Str(one), Value::Str(two)) => {
                self.take(one.len().saturating_add(two.len()), 1)?;
                let mut text = String::with_capacity(one.len() + two.len());
                text.push_str(one);
                text.push_str(two);
                Value::Str(text.into())
            }
            (Value::Bytes(one), Value::Bytes(two)) => {
                self.take(one.len().saturating_add(two.len()), 1)?;
                Value::Bytes([&**one, &**two].concat().into())
            }
            (Value::Tuple(one), Value::Tuple(two)) => {
                self.take(one.len().saturating_add(two.len()), size_of::<Value>())?;
                Value::Tuple([&**one, &**two].concat().into())
            }
            (Value::List(one), Value::List(two)) => {
                let (one, two) = (one.borrow(), two.borrow());
                self.take(one.len().saturating_add(two.len()), size_of::<Value>())?;
                let items = [one.as_slice(), two.as_slice()].concat();
                drop((one, two));
                self.paid_list(items)?
            }
            _ => return Ok(None),
        }))
    }

    /// `sequence * times`; `None` for what is no sequence.
    pub(super) fn repeat(&mut self, sequence: &Value, times: i64) -> Result<Option<Value>> {
        let times = usize::try_from(times).unwrap_or(0);
        Ok(Some(match sequence {
            Value::Str(text) => {
                self.take(text.len().saturating_mul(times), 1)?;
                Value::Str(text.repeat(times).into())
            }
            Value::Bytes(bytes) => {
                self.take(bytes.len().saturating_mul(times), 1)?;
                Value::Bytes(bytes.repeat(times).into())
            }
            Value::Tuple(items) if times == 1 => Value::Tuple(Rc::clone(items)),
            Value::Tuple(items) => {
                self.take(items.len().saturating_mul(times), size_of::<Value>())?;
                Value::Tuple(repeated(items, times).into())
            }
            Value::List(items) => {
                self.take(items.borrow().len().saturating_mul(times), size_of::<Value>())?;
                let items = repeated(&items.borrow(), times);
                self.paid_list(items)?
            }
            _ => return Ok(None),
        }))
    }

    /// Pays for so many items of so many bytes.
    pub(crate) fn take(&mut self, items: usize, size: usize) -> Result<()> {
        let bytes = items.saturating_mul(size);
        self.allocate(bytes.saturating_add(24))?;
        self.work(bytes / 16)
    }

    /// How often a sequence is repeated; `None` when that is no integer.
    pub(super) fn times(&mut self, value: &Value) -> Result<Option<i64>> {
        match value {
            Value::Big(_) => Err(Stop::raise(&exception::OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer")),
            Value::Int(_) | Value::Bool(_) => Ok(value.as_int()),
            Value::Instance(_) => Ok(self.find_index(value)?.and_then(|index| index.as_int())),
            _ => Ok(None),
        }
    }
}

/// The same items several times.
pub(super) fn repeated(items: &[Value], times: usize) -> Vec<Value> {
    let mut all = Vec::with_capacity(items.len() * times);
    for _ in 0..times {
        all.extend_from_slice(items);
    }
    all
}

/// Whether a value can be repeated.
pub(super) fn is_sequence(value: &Value) -> bool {
    matches!(value, Value::Str(_) | Value::Bytes(_) | Value::Tuple(_) | Value::List(_))
}
