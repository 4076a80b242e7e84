//! Operators between floats.

use super::BinaryOp;
use crate::{Result, Stop, Value, exception};

/// `one op two`; `None` for operators that floats do not have.
pub(super) fn operate(op: BinaryOp, one: f64, two: f64) -> Result<Option<Value>> {
    Ok(Some(Value::Float(match op {
        BinaryOp::Add => one + two,
        BinaryOp::Subtract => one - two,
        BinaryOp::Multiply => one * two,
        BinaryOp::Divide if two == 0.0 => return Err(by_zero("float division by zero")),
        BinaryOp::Divide => one / two,
        BinaryOp::FloorDivide if two == 0.0 => return Err(by_zero("float floor division by zero")),
        BinaryOp::FloorDivide => divide_floor(one, two).0,
        BinaryOp::Modulo if two == 0.0 => return Err(by_zero("float modulo")),
        BinaryOp::Modulo => divide_floor(one, two).1,
        BinaryOp::Power => return power(one, two).map(Some),
        _ => return Ok(None),
    })))
}

/// `divmod(one, two)`, where the rest has the sign of the divisor.
fn divide_floor(one: f64, two: f64) -> (f64, f64) {
    let mut rest = one % two;
    let mut quotient = (one - rest) / two;
    if rest == 0.0 {
        rest = 0.0_f64.copysign(two);
    } else if (two < 0.0) != (rest < 0.0) {
        rest += two;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(one / two), rest);
    }
    let whole = quotient.floor();
    (if quotient - whole > 0.5 { whole + 1.0 } else { whole }, rest)
}

/// `one ** two`
pub(super) fn power(one: f64, two: f64) -> Result<Value> {
    if one == 0.0 && two < 0.0 {
        return Err(by_zero("0.0 cannot be raised to a negative power"));
    }
    if one < 0.0 && one.is_finite() && two.is_finite() && two.fract() != 0.0 {
        return Err(Stop::value_error("negative number cannot be raised to a fractional power"));
    }
    let result = one.powf(two);
    if result.is_infinite() && one.is_finite() && two.is_finite() {
        let message = Value::str("Numerical result out of range");
        return Err(Stop::raise_with(&exception::OVERFLOW_ERROR, vec![Value::Int(34), message]));
    }
    Ok(Value::Float(result))
}

fn by_zero(message: &str) -> Stop {
    Stop::raise(&exception::ZERO_DIVISION_ERROR, message)
}
