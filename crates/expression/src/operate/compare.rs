//! Comparison.

use crate::{Result, Value, Vm};

/// A comparison between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompareOp {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
}

/// `one == two` for values that the program cannot have a say in; `None` for all others.
pub(crate) fn quick_equal(one: &Value, two: &Value) -> Option<bool> {
    if one.is(two) {
        return Some(true);
    }
    None
}

impl Vm<'_> {
    /// `left op right`, as a value: a class of the program may answer anything.
    pub fn compare(&mut self, _op: CompareOp, _left: &Value, _right: &Value) -> Result<Value> {
        Ok(Value::NotImplemented)
    }

    /// `one is two or one == two`, as containers compare.
    pub fn equal(&mut self, one: &Value, two: &Value) -> Result<bool> {
        Ok(one.is(two))
    }

    /// `one < two`, as sorting compares.
    pub fn less(&mut self, _one: &Value, _two: &Value) -> Result<bool> {
        Ok(false)
    }
}
