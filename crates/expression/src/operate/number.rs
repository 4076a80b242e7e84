//! Numbers: `int`, `bool` and `float`, mixed exactly.

use std::{borrow::Cow, cmp::Ordering};

use num_bigint::BigInt;
use num_traits::{FromPrimitive, Signed, ToPrimitive};

use crate::{Result, Stop, Value, exception};

/// A value that is a number.
pub(crate) enum Number<'a> {
    /// Fits.
    Int(i64),
    /// Does not fit.
    Big(&'a BigInt),
    /// A float.
    Float(f64),
}

impl<'a> Number<'a> {
    /// The number that a value is, or that an instance of a class of the program holds.
    pub(crate) fn of(value: &'a Value) -> Option<Self> {
        match value {
            Value::Int(number) => Some(Number::Int(*number)),
            Value::Bool(flag) => Some(Number::Int(i64::from(*flag))),
            Value::Big(number) => Some(Number::Big(number)),
            Value::Float(number) => Some(Number::Float(*number)),
            Value::Instance(instance) => instance.payload.as_ref().and_then(Number::of),
            _ => None,
        }
    }

    /// The integer that it is; `None` for floats.
    pub(crate) fn integer(&self) -> Option<Cow<'a, BigInt>> {
        match self {
            Number::Int(number) => Some(Cow::Owned(BigInt::from(*number))),
            Number::Big(number) => Some(Cow::Borrowed(number)),
            Number::Float(_) => None,
        }
    }

    /// The float nearest to it.
    pub(crate) fn float(&self) -> Result<f64> {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "rounds to nearest even, as wanted")]
            Number::Int(number) => Ok(*number as f64),
            Number::Big(number) => number.to_f64().filter(|float| float.is_finite()).ok_or_else(too_large),
            Number::Float(number) => Ok(*number),
        }
    }

    /// Words of 64 bits that it takes.
    pub(crate) fn words(&self) -> usize {
        match self {
            Number::Big(number) => usize::try_from(number.bits() / 64).unwrap_or(usize::MAX),
            _ => 1,
        }
    }

    /// Exact order; `None` when one is not a number (`nan`).
    pub(crate) fn order(&self, other: &Number<'_>) -> Option<Ordering> {
        match (self, other) {
            (Number::Int(one), Number::Int(two)) => Some(one.cmp(two)),
            (Number::Big(one), Number::Big(two)) => Some((*one).cmp(two)),
            (Number::Float(one), Number::Float(two)) => one.partial_cmp(two),
            (Number::Int(_), Number::Big(two)) => Some(if two.is_negative() { Ordering::Greater } else { Ordering::Less }),
            (Number::Int(one), Number::Float(two)) => int_and_float(*one, *two),
            (Number::Big(one), Number::Float(two)) => big_and_float(one, *two),
            (one, two) => two.order(one).map(Ordering::reverse),
        }
    }
}

fn int_and_float(int: i64, float: f64) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    if float >= 9_223_372_036_854_775_808.0 {
        return Some(Ordering::Less);
    }
    if float < -9_223_372_036_854_775_808.0 {
        return Some(Ordering::Greater);
    }
    #[expect(clippy::cast_possible_truncation, reason = "in range, and truncation is wanted")]
    let whole = float.trunc() as i64;
    Some(int.cmp(&whole).then_with(|| 0.0_f64.partial_cmp(&float.fract()).unwrap_or(Ordering::Equal)))
}

fn big_and_float(big: &BigInt, float: f64) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    match BigInt::from_f64(float.trunc()) {
        Some(whole) => Some(big.cmp(&whole)),
        None if float > 0.0 => Some(Ordering::Less),
        None => Some(Ordering::Greater),
    }
}

fn too_large() -> Stop {
    Stop::raise(&exception::OVERFLOW_ERROR, "int too large to convert to float")
}

/// `one / two`, rounded once; `None` when that is too large for a float. `two` is not 0.
pub(crate) fn true_divide(one: &BigInt, two: &BigInt) -> Option<f64> {
    let negative = one.is_negative() != two.is_negative();
    let (one, two) = (one.magnitude(), two.magnitude());
    if one.bits() == 0 {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    let difference = i64::try_from(one.bits()).ok()? - i64::try_from(two.bits()).ok()?;
    if difference > 1100 {
        return None;
    }
    // The quotient is taken with two or more bits to spare, the last of which says whether anything was cut off.
    let shift = (difference - 56).max(-1076);
    let (quotient, rest) = if shift >= 0 {
        num_integer::Integer::div_rem(one, &(two << shift.unsigned_abs()))
    } else {
        num_integer::Integer::div_rem(&(one << shift.unsigned_abs()), two)
    };
    let mut quotient = quotient.to_u64()?;
    if rest.bits() > 0 {
        quotient |= 1;
    }
    let spare = if shift == -1076 { (64 - quotient.leading_zeros()).saturating_sub(53).max(2) } else { 0 };
    let (rounded, shift) = if spare > 0 { (round_off(quotient, spare), shift + i64::from(spare)) } else { (quotient, shift) };
    #[expect(clippy::cast_precision_loss, reason = "rounds to nearest even, as wanted")]
    let float = scale(rounded as f64, shift);
    float.is_finite().then_some(if negative { -float } else { float })
}

/// Without its last bits, rounded half to even.
fn round_off(number: u64, bits: u32) -> u64 {
    let (kept, cut, half) = (number >> bits, number & ((1 << bits) - 1), 1 << (bits - 1));
    if cut > half || (cut == half && kept & 1 == 1) { kept + 1 } else { kept }
}

/// `float * 2 ** exponent`
pub(crate) fn scale(float: f64, exponent: i64) -> f64 {
    let exponent = i32::try_from(exponent.clamp(-2200, 2200)).unwrap_or_default();
    let (first, second) = (exponent / 2, exponent - exponent / 2);
    let (third, fourth) = (second / 2, second - second / 2);
    float * 2_f64.powi(first) * 2_f64.powi(third) * 2_f64.powi(fourth)
}
