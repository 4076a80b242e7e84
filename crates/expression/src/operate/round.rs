//! `round` and `pow` with a modulus.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, Signed, Zero};

use super::{class_of, number::Number};
use crate::{Result, Stop, Value, Vm, exception, format::float};

/// `round(number, digits)`
///
/// # Errors
/// `TypeError` for what is no number.
pub(crate) fn round(vm: &mut Vm<'_>, number: &Value, digits: Option<&Value>) -> Result<Value> {
    let places = digits.map(|digits| vm.clamped(digits)).transpose()?;
    match (Number::of(number), places) {
        (Some(Number::Float(number)), None) => whole(number.round_ties_even()),
        (Some(Number::Float(number)), Some(places)) => round_float(number, places).map(Value::Float),
        (Some(Number::Int(number)), None | Some(0..)) => Ok(Value::Int(number)),
        (Some(Number::Big(_)), None | Some(0..)) => Ok(number.clone()),
        (Some(number), Some(places)) => match number.integer() {
            Some(number) => round_integer(vm, &number, places),
            None => Ok(Value::None),
        },
        (None, _) => Err(Stop::type_error(format!("type {} doesn't define __round__ method", class_of(number).name()))),
    }
}

/// A float without its fraction, as an integer.
///
/// # Errors
/// `OverflowError` and `ValueError` for what is no ordinary number.
pub(crate) fn whole(number: f64) -> Result<Value> {
    if number.is_nan() {
        return Err(Stop::value_error("cannot convert float NaN to integer"));
    }
    let whole = BigInt::from_f64(number.trunc());
    whole.map(Value::big).ok_or_else(|| Stop::raise(&exception::OVERFLOW_ERROR, "cannot convert float infinity to integer"))
}

fn round_float(number: f64, places: i64) -> Result<f64> {
    if !number.is_finite() || number == 0.0 || places > 330 {
        return Ok(number);
    }
    let (_, exponent) = float::shortest(number.abs());
    let behind = places + i64::from(exponent);
    let rounded = match usize::try_from(behind) {
        Ok(behind) => format!("{:.*e}", behind.min(1100), number.abs()).parse().unwrap_or(number.abs()),
        // Between nothing and one unit of the last place that is kept: up when it is more than half of it.
        Err(_) if behind == -1 && number.abs() > format!("5e{}", -places - 1).parse().unwrap_or(f64::INFINITY) => {
            format!("1e{}", -places).parse().unwrap_or(f64::INFINITY)
        }
        Err(_) => 0.0,
    };
    if rounded.is_infinite() {
        return Err(Stop::raise(&exception::OVERFLOW_ERROR, "rounded value too large to represent"));
    }
    Ok(rounded.copysign(number))
}

fn round_integer(vm: &mut Vm<'_>, number: &BigInt, places: i64) -> Result<Value> {
    let places = places.unsigned_abs();
    if places > number.bits() / 3 + 2 {
        return Ok(Value::Int(0));
    }
    vm.pay_product(number.bits(), places.saturating_mul(4))?;
    let unit = num_traits::Pow::pow(BigInt::from(10), places);
    let (quotient, rest) = number.div_mod_floor(&unit);
    let up = match (&rest * 2_i32).cmp(&unit) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => quotient.is_odd(),
        std::cmp::Ordering::Greater => true,
    };
    Ok(Value::big(if up { quotient + 1 } else { quotient } * unit))
}

impl Vm<'_> {
    /// `pow(base, exponent, modulus)`
    ///
    /// # Errors
    /// `ValueError` when the modulus is 0 or the base has no inverse.
    pub fn power_mod(&mut self, base: &BigInt, exponent: &BigInt, modulus: &BigInt) -> Result<Value> {
        if modulus.is_zero() {
            return Err(Stop::value_error("pow() 3rd argument cannot be 0"));
        }
        self.pay_product(base.bits().max(64), modulus.bits())?;
        let words = usize::try_from(modulus.bits() / 64 + 1).unwrap_or(usize::MAX);
        let turns = usize::try_from(exponent.bits()).unwrap_or(usize::MAX);
        self.work(words.saturating_mul(words).saturating_mul(turns) / 8)?;
        if exponent.is_negative() {
            let inverse = base.modinv(modulus).ok_or_else(|| Stop::value_error("base is not invertible for the given modulus"))?;
            return Ok(Value::big(inverse.modpow(&-exponent, modulus)));
        }
        Ok(Value::big(base.modpow(exponent, modulus)))
    }
}
