//! `float`

use num_bigint::BigInt;
use num_traits::FromPrimitive;

use super::{bytes::bytes_of, special::NUMBER, str::character};
use crate::{
    Args, Method, Native, Result, Spec, Stop, Type, Value, Vm,
    class::Getter,
    exception,
    operate::{class_of, number::Number, number::scale, plain, whole},
};

/// `float`
pub static FLOAT: Type = Type {
    base: Some(&NUMBER),
    new: Some(new),
    methods: &[
        Method { name: "as_integer_ratio", call: as_integer_ratio },
        Method {
            name: "conjugate",
            call: |_, receiver, args| args.none("float.conjugate").and_then(|()| this(receiver).map(Value::Float)),
        },
        Method { name: "hex", call: hex },
        Method { name: "is_integer", call: is_integer },
        Method { name: "__trunc__", call: |_, receiver, args| args.none("__trunc__").and_then(|()| whole(this(receiver)?)) },
        Method { name: "__floor__", call: |_, receiver, args| args.none("__floor__").and_then(|()| whole(this(receiver)?.floor())) },
        Method { name: "__ceil__", call: |_, receiver, args| args.none("__ceil__").and_then(|()| whole(this(receiver)?.ceil())) },
    ],
    getters: &[
        Getter { name: "real", get: |_, value| this(value).map(Value::Float) },
        Getter { name: "imag", get: |_, _| Ok(Value::Float(0.0)) },
    ],
    functions: &[Native { name: "fromhex", call: fromhex }],
    ..Type::new("float")
};

/// `float()`, `float(number)`, `float(text)`
fn new(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [value] = args.bind(&Spec::positional("float", 0, ["x"]))?;
    match value {
        None => Ok(Value::Float(0.0)),
        Some(value) => from_value(vm, &value).map(Value::Float),
    }
}

/// `float(value)`
pub(super) fn from_value(vm: &mut Vm<'_>, value: &Value) -> Result<f64> {
    if crate::operate::programmable(value)
        && let Some(answer) = vm.special(value, "__float__", vec![])?
    {
        return match plain(&answer) {
            Value::Float(number) => Ok(*number),
            other => {
                Err(Stop::type_error(format!("{}.__float__ returned non-float (type {})", class_of(value).name(), class_of(other).name())))
            }
        };
    }
    if let Some(number) = Number::of(value) {
        return number.float();
    }
    if let Some(index) = vm.find_index(value)?
        && let Some(number) = Number::of(&index)
    {
        return number.float();
    }
    if let Value::Object(object) = value
        && let Some(number) = object.number(vm)?
        && let Some(number) = Number::of(&number)
    {
        return number.float();
    }
    let text = match (plain(value), bytes_of(value)) {
        (Value::Str(text), _) => text.to_string(),
        (_, Some(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
        _ => {
            let class = class_of(value);
            return Err(Stop::type_error(format!("float() argument must be a string or a real number, not '{}'", class.name())));
        }
    };
    vm.work(text.len() / 4)?;
    match parse(&text) {
        Some(number) => Ok(number),
        None => {
            let shown = vm.repr(plain(value))?;
            Err(Stop::value_error(format!("could not convert string to float: {shown}")))
        }
    }
}

/// A text as a float.
fn parse(text: &str) -> Option<f64> {
    let text = text.trim_matches(character::is_space);
    let mut plain = String::with_capacity(text.len());
    let mut before = None;
    for next in text.chars() {
        let next = character::decimal(next).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(next);
        match (before, next) {
            (Some('0'..='9'), '_') => {}
            (_, '_') => return None,
            (Some('_'), next) if !next.is_ascii_digit() => return None,
            (_, next) => plain.push(next),
        }
        before = Some(next);
    }
    if before == Some('_') {
        return None;
    }
    let unsigned = plain.strip_prefix(['+', '-']).unwrap_or(&plain);
    if unsigned.starts_with(|next: char| next.is_ascii_digit() || next == '.') {
        return plain.parse().ok();
    }
    let size = match unsigned.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => return None,
    };
    Some(if plain.starts_with('-') { -size } else { size })
}

/// The float that a method is called on.
fn this(value: &Value) -> Result<f64> {
    match plain(value) {
        Value::Float(number) => Ok(*number),
        other => Err(Stop::type_error(format!("descriptor for 'float' objects doesn't apply to a '{}' object", class_of(other).name()))),
    }
}

fn is_integer(_vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("float.is_integer")?;
    let number = this(receiver)?;
    Ok(Value::Bool(number.is_finite() && number.fract() == 0.0))
}

/// Mantissa as an integer, and exponent, of a finite number that is not negative.
fn parts(number: f64) -> (u64, i64) {
    let bits = number.to_bits();
    let (exponent, mantissa) = (i64::try_from((bits >> 52) & 0x7ff).unwrap_or(0), bits & ((1 << 52) - 1));
    if exponent == 0 { (mantissa, -1074) } else { (mantissa | (1 << 52), exponent - 1075) }
}

fn as_integer_ratio(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("float.as_integer_ratio")?;
    let number = this(receiver)?;
    if number.is_nan() {
        return Err(Stop::value_error("cannot convert NaN to integer ratio"));
    }
    if number.is_infinite() {
        return Err(Stop::raise(&exception::OVERFLOW_ERROR, "cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = parts(number.abs());
    let spare = i64::from(mantissa.trailing_zeros().min(63)).min(if exponent < 0 { -exponent } else { 0 });
    let whole = BigInt::from(if mantissa == 0 { 0 } else { mantissa >> spare });
    let whole = if number < 0.0 { -whole } else { whole };
    let exponent = if mantissa == 0 { 0 } else { exponent + spare };
    vm.pay_bits(exponent.unsigned_abs() + 128)?;
    let one = BigInt::from_u8(1).unwrap_or_default();
    let (above, below) = if exponent >= 0 { (whole << exponent.unsigned_abs(), one) } else { (whole, one << exponent.unsigned_abs()) };
    vm.tuple(vec![Value::big(above), Value::big(below)])
}

fn hex(_vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("float.hex")?;
    let number = this(receiver)?;
    if let Some(name) = crate::format::float::special(number) {
        return Ok(Value::str(name));
    }
    let sign = if number.is_sign_negative() { "-" } else { "" };
    if number == 0.0 {
        return Ok(Value::from(format!("{sign}0x0.0p+0")));
    }
    let (mantissa, exponent) = parts(number.abs());
    let (lead, fraction) = (mantissa >> 52, mantissa & ((1 << 52) - 1));
    Ok(Value::from(format!("{sign}0x{lead}.{fraction:013x}p{:+}", exponent + 52)))
}

fn fromhex(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let text = args.one("float.fromhex")?;
    let Some(text) = text.as_str() else { return Err(Stop::type_error("bad argument type for built-in operation")) };
    parse_hex(text).map(Value::Float).ok_or_else(|| Stop::value_error("invalid hexadecimal floating-point string"))
}

fn parse_hex(text: &str) -> Option<f64> {
    let text = text.trim().to_ascii_lowercase();
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(&text)),
    };
    if let "inf" | "infinity" | "nan" = rest {
        return parse(&text);
    }
    let rest = rest.strip_prefix("0x").unwrap_or(rest);
    let (digits, exponent) = rest.split_once('p').map_or(Some((rest, 0)), |(digits, power)| Some((digits, power.parse::<i64>().ok()?)))?;
    let (before, behind) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{before}{behind}");
    let places = i64::try_from(behind.len()).ok()?;
    if all.is_empty() || all.len() > 64 {
        return None;
    }
    let mantissa = BigInt::parse_bytes(all.as_bytes(), 16)?;
    let mantissa = Number::Big(&mantissa).float().ok()?;
    Some(sign * scale(mantissa, exponent.checked_sub(places * 4)?))
}
