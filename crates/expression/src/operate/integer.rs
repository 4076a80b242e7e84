//! Operators between integers. What gets large is charged for by its bits before it is computed.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Pow, Signed, ToPrimitive, Zero};

use super::{BinaryOp, float, number::true_divide};
use crate::{Result, Stop, Value, Vm, exception};

/// `one op two` when it fits; `None` when it does not.
pub(super) fn small(op: BinaryOp, one: i64, two: i64) -> Result<Option<Value>> {
    let number = match op {
        BinaryOp::Add => one.checked_add(two),
        BinaryOp::Subtract => one.checked_sub(two),
        BinaryOp::Multiply => one.checked_mul(two),
        BinaryOp::And => Some(one & two),
        BinaryOp::Or => Some(one | two),
        BinaryOp::Xor => Some(one ^ two),
        BinaryOp::FloorDivide | BinaryOp::Modulo | BinaryOp::Divide if two == 0 => return Err(by_zero(op)),
        BinaryOp::FloorDivide => one.checked_div(two).map(|_| Integer::div_floor(&one, &two)),
        BinaryOp::Modulo => Some(one.checked_rem(two).map_or(0, |_| Integer::mod_floor(&one, &two))),
        BinaryOp::Divide => return Ok(small_divide(one, two)),
        BinaryOp::ShiftLeft | BinaryOp::ShiftRight if two < 0 => return Err(Stop::value_error("negative shift count")),
        BinaryOp::ShiftLeft => small_shift(one, two),
        BinaryOp::ShiftRight => Some(one >> two.min(63)),
        BinaryOp::Power if two < 0 => return float::power(as_float(one), as_float(two)).map(Some),
        BinaryOp::Power => u32::try_from(two).ok().and_then(|two| one.checked_pow(two)),
        BinaryOp::MatrixMultiply => return Ok(Some(Value::NotImplemented)),
    };
    Ok(number.map(Value::Int))
}

#[expect(clippy::cast_precision_loss, reason = "rounds to nearest even, as wanted")]
fn as_float(number: i64) -> f64 {
    number as f64
}

fn small_divide(one: i64, two: i64) -> Option<Value> {
    const EXACT: u64 = 1 << 53;
    (one.unsigned_abs() <= EXACT && two.unsigned_abs() <= EXACT).then(|| Value::Float(as_float(one) / as_float(two)))
}

fn small_shift(one: i64, two: i64) -> Option<i64> {
    if one == 0 {
        return Some(0);
    }
    let shifted = if two < 63 { one << two } else { return None };
    (shifted >> two == one).then_some(shifted)
}

fn by_zero(op: BinaryOp) -> Stop {
    Stop::raise(
        &exception::ZERO_DIVISION_ERROR,
        match op {
            BinaryOp::Divide => "division by zero",
            BinaryOp::Modulo => "integer modulo by zero",
            _ => "integer division or modulo by zero",
        },
    )
}

/// Words of 64 bits that a number of so many bits takes.
fn words(bits: u64) -> usize {
    usize::try_from(bits / 64 + 1).unwrap_or(usize::MAX)
}

impl Vm<'_> {
    /// Pays for an integer of so many bits.
    pub(crate) fn pay_bits(&mut self, bits: u64) -> Result<()> {
        if bits > 64 {
            self.allocate(words(bits).saturating_mul(8).saturating_add(32))?;
            self.work(words(bits) / 8)?;
        }
        Ok(())
    }

    /// Pays for a multiplication or division of numbers of so many bits.
    pub(crate) fn pay_product(&mut self, one: u64, two: u64) -> Result<()> {
        self.pay_bits(one.saturating_add(two))?;
        self.work(words(one).saturating_mul(words(two)) / 16)
    }

    /// `one op two` for integers of any size.
    pub(super) fn big(&mut self, op: BinaryOp, one: &BigInt, two: &BigInt) -> Result<Value> {
        let (bits, other) = (one.bits(), two.bits());
        match op {
            BinaryOp::Multiply | BinaryOp::Divide => self.pay_product(bits, other)?,
            BinaryOp::FloorDivide | BinaryOp::Modulo => self.pay_product(bits.saturating_sub(other).max(64), other)?,
            BinaryOp::Power | BinaryOp::ShiftLeft | BinaryOp::ShiftRight => {}
            _ => self.pay_bits(bits.max(other).saturating_add(1))?,
        }
        Ok(match op {
            BinaryOp::Add => Value::big(one + two),
            BinaryOp::Subtract => Value::big(one - two),
            BinaryOp::Multiply => Value::big(one * two),
            BinaryOp::And => Value::big(one & two),
            BinaryOp::Or => Value::big(one | two),
            BinaryOp::Xor => Value::big(one ^ two),
            BinaryOp::FloorDivide | BinaryOp::Modulo | BinaryOp::Divide if two.is_zero() => return Err(by_zero(op)),
            BinaryOp::FloorDivide => Value::big(one.div_floor(two)),
            BinaryOp::Modulo => Value::big(one.mod_floor(two)),
            BinaryOp::Divide => return true_divide(one, two).map(Value::Float).ok_or_else(too_large),
            BinaryOp::ShiftLeft | BinaryOp::ShiftRight => return self.shift(op, one, two),
            BinaryOp::Power => return self.big_power(one, two),
            BinaryOp::MatrixMultiply => Value::NotImplemented,
        })
    }

    fn shift(&mut self, op: BinaryOp, one: &BigInt, two: &BigInt) -> Result<Value> {
        if two.is_negative() {
            return Err(Stop::value_error("negative shift count"));
        }
        if one.is_zero() {
            return Ok(Value::Int(0));
        }
        let by = two.to_u64().unwrap_or(u64::MAX);
        if op == BinaryOp::ShiftLeft {
            self.pay_bits(one.bits().saturating_add(by))?;
            return Ok(Value::big(one << by));
        }
        self.pay_bits(one.bits())?;
        Ok(if by > one.bits() { Value::Int(if one.is_negative() { -1 } else { 0 }) } else { Value::big(one >> by) })
    }

    fn big_power(&mut self, one: &BigInt, two: &BigInt) -> Result<Value> {
        if two.is_negative() {
            let base = super::number::Number::Big(one).float()?;
            return float::power(base, super::number::Number::Big(two).float()?);
        }
        match one.to_i64() {
            Some(0) => return Ok(Value::Int(i64::from(two.is_zero()))),
            Some(1) => return Ok(Value::Int(1)),
            Some(-1) => return Ok(Value::Int(if two.is_even() { 1 } else { -1 })),
            _ => {}
        }
        let exponent = two.to_u64().unwrap_or(u64::MAX);
        let bits = one.bits().saturating_mul(exponent);
        self.pay_bits(bits)?;
        self.pay_product(bits / 2, bits / 2)?;
        Ok(Value::big(Pow::pow(one, exponent)))
    }
}

fn too_large() -> Stop {
    Stop::raise(&exception::OVERFLOW_ERROR, "integer division result too large for a float")
}
