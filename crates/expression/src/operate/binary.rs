//! Binary and unary operators.

use crate::{Result, Value, Vm};

/// An operator between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `@`
    MatrixMultiply,
    /// `/`
    Divide,
    /// `//`
    FloorDivide,
    /// `%`
    Modulo,
    /// `**`
    Power,
    /// `<<`
    ShiftLeft,
    /// `>>`
    ShiftRight,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
}

impl Vm<'_> {
    /// `left op right`
    pub fn binary(&mut self, _op: BinaryOp, _left: &Value, _right: &Value) -> Result<Value> {
        Ok(Value::NotImplemented)
    }

    /// `left op= right`: lists, sets and dictionaries change in place.
    pub fn in_place(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Result<Value> {
        self.binary(op, left, right)
    }

    /// `-x` (`neg`), `+x` (`pos`), `~x` (`invert`), `abs(x)` (`abs`).
    pub fn unary(&mut self, _name: &'static str, value: &Value) -> Result<Value> {
        Ok(value.clone())
    }
}
