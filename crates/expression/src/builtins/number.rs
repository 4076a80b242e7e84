//! Functions about numbers and characters.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::FromPrimitive as _;

use crate::{
    Args, Native, Result, Spec, Stop, Value, Vm, exception,
    operate::{BinaryOp, class_of},
};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "abs", call: abs },
    Native { name: "bin", call: bin },
    Native { name: "chr", call: chr },
    Native { name: "divmod", call: divmod },
    Native { name: "hex", call: hex },
    Native { name: "oct", call: oct },
    Native { name: "ord", call: ord },
    Native { name: "pow", call: pow },
    Native { name: "round", call: round },
];

fn abs(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    vm.unary("abs", &args.one("abs")?)
}

fn divmod(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [left, right] = args.bind(&Spec::positional("divmod", 2, ["x", "y"]))?;
    let (left, right) = (left.unwrap_or(Value::None), right.unwrap_or(Value::None));
    let quotient = vm.binary(BinaryOp::FloorDivide, &left, &right)?;
    let rest = vm.binary(BinaryOp::Modulo, &left, &right)?;
    vm.tuple(vec![quotient, rest])
}

fn pow(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [base, exponent, modulus] = args.bind(&Spec::new("pow", 2, ["base", "exp", "mod"]))?;
    let (base, exponent) = (base.unwrap_or(Value::None), exponent.unwrap_or(Value::None));
    match modulus {
        None | Some(Value::None) => vm.binary(BinaryOp::Power, &base, &exponent),
        Some(modulus) => {
            let (base, exponent, modulus) = (whole(vm, &base)?, whole(vm, &exponent)?, whole(vm, &modulus)?);
            vm.power_mod(&base, &exponent, &modulus)
        }
    }
}

fn round(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [number, digits] = args.bind(&Spec::new("round", 1, ["number", "ndigits"]))?;
    let number = number.unwrap_or(Value::None);
    let given = digits.iter().cloned().collect();
    if let Some(answer) = vm.special(&number, "__round__", given)? {
        return Ok(answer);
    }
    let digits = match digits {
        None | Some(Value::None) => None,
        Some(digits) => Some(super::super::modules::index(vm, &digits)?),
    };
    match (&number, digits) {
        (Value::Float(float), None) => to_whole(*float),
        (Value::Float(float), Some(digits)) => Ok(Value::Float(to_digits(*float, digits))),
        (other, digits) if matches!(other, Value::Int(_) | Value::Big(_) | Value::Bool(_)) => to_power(vm, other, digits.unwrap_or(0)),
        (other, _) => Err(Stop::type_error(format!("type {} doesn't define __round__ method", class_of(other).name()))),
    }
}

/// The nearest whole number, the even one of two.
fn to_whole(float: f64) -> Result<Value> {
    match BigInt::from_f64(float.round_ties_even()) {
        Some(number) => Ok(Value::big(number)),
        None if float.is_nan() => Err(Stop::value_error("cannot convert float NaN to integer")),
        None => Err(Stop::raise(&exception::OVERFLOW_ERROR, "cannot convert float infinity to integer")),
    }
}

/// With that many digits after the point, rounded by its exact decimal value.
fn to_digits(float: f64, digits: i64) -> f64 {
    // 323 digits show every float exactly as far as it matters; beyond 308 before the point there is none left.
    let Ok(places) = usize::try_from(digits) else {
        return match i32::try_from(-digits).ok().filter(|power| *power <= 308) {
            Some(power) => (float / 10f64.powi(power)).round_ties_even() * 10f64.powi(power),
            None => 0.0 * float,
        };
    };
    if places > 323 || !float.is_finite() {
        return float;
    }
    format!("{float:.places$}").parse().unwrap_or(float)
}

/// A whole number to tens, hundreds …, to the even one of two.
fn to_power(vm: &mut Vm<'_>, number: &Value, digits: i64) -> Result<Value> {
    let number = whole(vm, number)?;
    if digits >= 0 {
        return Ok(Value::big(number));
    }
    let power = u32::try_from(-digits).ok().filter(|power| u64::from(*power) <= number.bits());
    let Some(power) = power else { return Ok(Value::Int(0)) };
    vm.work(usize::try_from(power).unwrap_or_default() * 4)?;
    let unit = BigInt::from(10).pow(power);
    let (quotient, rest) = number.div_mod_floor(&unit);
    let twice = &rest * 2;
    let up = twice > unit || (twice == unit && quotient.is_odd());
    Ok(Value::big((quotient + BigInt::from(u8::from(up))) * unit))
}

/// The whole number that a value stands for.
fn whole(vm: &mut Vm<'_>, value: &Value) -> Result<BigInt> {
    match value {
        Value::Int(number) => Ok((*number).into()),
        Value::Bool(flag) => Ok(i64::from(*flag).into()),
        Value::Big(number) => {
            vm.work(usize::try_from(number.bits()).unwrap_or(usize::MAX) / 64)?;
            Ok((**number).clone())
        }
        other => match vm.special(other, "__index__", Vec::new())? {
            Some(Value::Int(number)) => Ok(number.into()),
            _ => Err(Stop::type_error(format!("'{}' object cannot be interpreted as an integer", class_of(other).name()))),
        },
    }
}

fn in_base(vm: &mut Vm<'_>, args: Args, function: &'static str, prefix: &str, radix: u32) -> Result<Value> {
    let number = whole(vm, &args.one(function)?)?;
    let sign = if number.sign() == num_bigint::Sign::Minus { "-" } else { "" };
    let digits = number.magnitude().to_str_radix(radix);
    vm.text(format!("{sign}{prefix}{digits}"))
}

fn bin(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    in_base(vm, args, "bin", "0b", 2)
}

fn oct(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    in_base(vm, args, "oct", "0o", 8)
}

fn hex(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    in_base(vm, args, "hex", "0x", 16)
}

fn chr(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let number = whole(vm, &args.one("chr")?)?;
    let code = u32::try_from(&number).ok().filter(|code| *code <= 0x10_FFFF);
    let code = code.ok_or_else(|| Stop::value_error("chr() arg not in range(0x110000)"))?;
    // Halves of UTF-16 pairs are no characters here.
    char::from_u32(code).map(|char| Value::from(char.to_string())).ok_or_else(|| Stop::value_error("chr() arg is a surrogate"))
}

fn ord(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let value = args.one("ord")?;
    let length = match &value {
        Value::Str(text) => {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(char), None) => return Ok(Value::Int(i64::from(u32::from(char)))),
                _ => text.chars().count(),
            }
        }
        Value::Bytes(bytes) => match bytes[..] {
            [byte] => return Ok(Value::Int(byte.into())),
            _ => bytes.len(),
        },
        other => {
            return Err(Stop::type_error(format!("ord() expected string of length 1, but {} found", class_of(other).name())));
        }
    };
    Err(Stop::raise(&exception::TYPE_ERROR, format!("ord() expected a character, but string of length {length} found")))
}
