//! Indexes and slices.

use super::class_of;
use crate::{Result, Stop, Value, Vm, exception};

/// The places that a slice names in a sequence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Places {
    /// The first.
    pub(crate) start: i64,
    /// Where it ends; not in it.
    pub(crate) stop: i64,
    /// Distance; never 0.
    pub(crate) step: i64,
    /// How many.
    pub(crate) count: usize,
}

impl Places {
    /// Each place in order.
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        let (start, step) = (self.start, self.step);
        (0..i64::try_from(self.count).unwrap_or(0)).filter_map(move |turn| usize::try_from(start + turn * step).ok())
    }

    /// The first place, and where it ends, of a slice without steps.
    pub(crate) fn range(self) -> (usize, usize) {
        let start = usize::try_from(self.start).unwrap_or(0);
        (start, start + self.count)
    }
}

impl Vm<'_> {
    /// What a slice names in a sequence of that length.
    pub(crate) fn places(&mut self, slice: &[Value; 3], length: usize) -> Result<Places> {
        let length = i64::try_from(length).unwrap_or(i64::MAX);
        let [start, stop, step] = slice;
        let step = self.slice_part(step)?.unwrap_or(1).max(-i64::MAX);
        if step == 0 {
            return Err(Stop::value_error("slice step cannot be zero"));
        }
        let (least, most) = if step > 0 { (0, length) } else { (-1, length - 1) };
        let bound = |part: Option<i64>, missing: i64| match part {
            None => missing,
            Some(part) if part < 0 => part.saturating_add(length).max(least),
            Some(part) => part.min(most),
        };
        let (first, last) = if step > 0 { (0, length) } else { (length - 1, -1) };
        let start = bound(self.slice_part(start)?, first);
        let stop = bound(self.slice_part(stop)?, last);
        let distance = if step > 0 { stop - start } else { start - stop };
        let count = if distance <= 0 { 0 } else { (distance - 1) / step.abs() + 1 };
        Ok(Places { start, stop, step, count: usize::try_from(count).unwrap_or(0) })
    }

    fn slice_part(&mut self, part: &Value) -> Result<Option<i64>> {
        if part.is_none() {
            return Ok(None);
        }
        match self.find_index(part)? {
            Some(Value::Big(number)) => Ok(Some(if num_traits::Signed::is_negative(&*number) { i64::MIN } else { i64::MAX })),
            Some(number) => Ok(number.as_int()),
            None => Err(Stop::type_error("slice indices must be integers or None or have an __index__ method")),
        }
    }

    /// The integer that a value is or stands for (`__index__`).
    pub(crate) fn find_index(&mut self, value: &Value) -> Result<Option<Value>> {
        match value {
            Value::Int(_) | Value::Big(_) => Ok(Some(value.clone())),
            Value::Bool(flag) => Ok(Some(Value::Int(i64::from(*flag)))),
            Value::Instance(instance) => {
                if let Some(payload @ (Value::Int(_) | Value::Big(_) | Value::Bool(_))) = &instance.payload {
                    return self.find_index(&payload.clone());
                }
                match self.special(value, "__index__", vec![])? {
                    None => Ok(None),
                    Some(answer @ (Value::Int(_) | Value::Big(_) | Value::Bool(_))) => self.find_index(&answer),
                    Some(other) => Err(Stop::type_error(format!("__index__ returned non-int (type {})", class_of(&other).name()))),
                }
            }
            _ => Ok(None),
        }
    }

    /// The integer that an argument is or stands for.
    ///
    /// # Errors
    /// `TypeError` when it is none, `OverflowError` when it does not fit.
    pub(crate) fn index(&mut self, value: &Value) -> Result<i64> {
        match self.find_index(value)? {
            Some(Value::Int(number)) => Ok(number),
            Some(_) => Err(Stop::raise(&exception::OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")),
            None => Err(Stop::type_error(format!("'{}' object cannot be interpreted as an integer", class_of(value).name()))),
        }
    }

    /// The integer that an argument is or stands for; the nearest that fits when it does not.
    pub(crate) fn clamped(&mut self, value: &Value) -> Result<i64> {
        match self.find_index(value)? {
            Some(Value::Big(number)) => Ok(if num_traits::Signed::is_negative(&*number) { i64::MIN } else { i64::MAX }),
            Some(number) => Ok(number.as_int().unwrap_or_default()),
            None => Err(Stop::type_error(format!("'{}' object cannot be interpreted as an integer", class_of(value).name()))),
        }
    }

    /// The index that a key is; `None` when it is none.
    pub(super) fn key_index(&mut self, key: &Value) -> Result<Option<i64>> {
        match self.find_index(key)? {
            Some(Value::Int(number)) => Ok(Some(number)),
            Some(_) => {
                Err(Stop::raise(&exception::INDEX_ERROR, format!("cannot fit '{}' into an index-sized integer", class_of(key).name())))
            }
            None => Ok(None),
        }
    }
}

/// The place that an index names: negative ones count from the end.
pub(crate) fn place(index: i64, length: usize) -> Option<usize> {
    let length = i64::try_from(length).ok()?;
    let index = if index < 0 { index + length } else { index };
    usize::try_from(index).ok().filter(|_| index < length)
}
