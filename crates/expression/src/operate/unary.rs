//! Operators with one operand.

use num_bigint::BigInt;
use num_traits::Signed;

use super::{class_of, number::Number, programmable};
use crate::{Result, Stop, Value, Vm};

impl Vm<'_> {
    /// `-x` (`neg`), `+x` (`pos`), `~x` (`invert`), `abs(x)` (`abs`).
    pub fn unary(&mut self, name: &'static str, value: &Value) -> Result<Value> {
        if programmable(value)
            && let Some(result) = self.special(value, &format!("__{name}__"), vec![])?
        {
            return Ok(result);
        }
        if let Value::Object(object) = value
            && let Some(result) = object.unary(self, name)?
        {
            return Ok(result);
        }
        let result = match Number::of(value) {
            Some(Number::Int(number)) => small(name, number),
            Some(Number::Big(number)) => {
                self.pay_bits(number.bits())?;
                Some(big(name, number))
            }
            Some(Number::Float(number)) => float(name, number),
            None => None,
        };
        result.ok_or_else(|| {
            let class = class_of(value);
            let class = class.name();
            Stop::type_error(match name {
                "neg" => format!("bad operand type for unary -: '{class}'"),
                "pos" => format!("bad operand type for unary +: '{class}'"),
                "invert" => format!("bad operand type for unary ~: '{class}'"),
                _ => format!("bad operand type for abs(): '{class}'"),
            })
        })
    }
}

fn small(name: &str, number: i64) -> Option<Value> {
    let result = match name {
        "neg" => number.checked_neg(),
        "pos" => Some(number),
        "invert" => Some(!number),
        _ => number.checked_abs(),
    };
    Some(result.map_or_else(|| big(name, &number.into()), Value::Int))
}

fn big(name: &str, number: &BigInt) -> Value {
    Value::big(match name {
        "neg" => -number,
        "pos" => number.clone(),
        "invert" => !number,
        _ => number.abs(),
    })
}

fn float(name: &str, number: f64) -> Option<Value> {
    Some(Value::Float(match name {
        "neg" => -number,
        "pos" => number,
        "invert" => return None,
        _ => number.abs(),
    }))
}
