//! `int` and `bool`

use num_bigint::{BigInt, Sign};
use num_traits::Signed;

use super::{bytes::bytes_of, special::NUMBER, str::character};
use crate::{
    Args, Method, Native, Result, Spec, Stop, Type, Value, Vm,
    class::Getter,
    exception,
    format::MOST_DIGITS,
    operate::{class_of, number::Number, plain, whole},
};

/// `int`
pub static INT: Type = Type {
    base: Some(&NUMBER),
    new: Some(new),
    methods: &[
        Method { name: "as_integer_ratio", call: as_integer_ratio },
        Method { name: "bit_count", call: bit_count },
        Method { name: "bit_length", call: bit_length },
        Method { name: "conjugate", call: conjugate },
        Method { name: "is_integer", call: is_integer },
        Method { name: "to_bytes", call: to_bytes },
        Method { name: "__index__", call: conjugate },
        Method { name: "__trunc__", call: conjugate },
        Method { name: "__floor__", call: conjugate },
        Method { name: "__ceil__", call: conjugate },
    ],
    getters: &[
        Getter { name: "real", get: real },
        Getter { name: "numerator", get: real },
        Getter { name: "imag", get: |_, _| Ok(Value::Int(0)) },
        Getter { name: "denominator", get: |_, _| Ok(Value::Int(1)) },
    ],
    functions: &[Native { name: "from_bytes", call: from_bytes }],
    ..Type::new("int")
};
/// `bool`
pub static BOOL: Type = Type { base: Some(&INT), new: Some(new_bool), functions: &[], ..Type::new("bool") };

fn new_bool(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [value] = args.bind(&Spec::positional("bool", 0, ["x"]))?;
    value.map_or(Ok(false), |value| vm.truth(&value)).map(Value::Bool)
}

/// `int()`, `int(number)`, `int(text, base)`
fn new(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [value, base] = args.bind(&Spec::new("int", 0, ["x", "base"]).unnamed(1))?;
    let Some(value) = value else {
        return if base.is_some() { Err(Stop::type_error("int() missing string argument")) } else { Ok(Value::Int(0)) };
    };
    let Some(base) = base else { return from_value(vm, &value) };
    let base = vm.index(&base)?;
    if base != 0 && !(2..=36).contains(&base) {
        return Err(Stop::value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    let base = u32::try_from(base).unwrap_or(10);
    match (plain(&value), bytes_of(&value)) {
        (Value::Str(text), _) => parse(vm, text, base, &value),
        (_, Some(bytes)) => parse(vm, &String::from_utf8_lossy(&bytes), base, &value),
        _ => Err(Stop::type_error("int() can't convert non-string with explicit base")),
    }
}

/// `int(value)`
pub(super) fn from_value(vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    for method in ["__int__", "__index__", "__trunc__"] {
        if !crate::operate::programmable(value) {
            break;
        }
        match vm.special(value, method, vec![])? {
            None => {}
            Some(Value::Bool(flag)) => return Ok(Value::Int(i64::from(flag))),
            Some(number @ (Value::Int(_) | Value::Big(_))) => return Ok(number),
            Some(other) => {
                return Err(Stop::type_error(format!("{method} returned non-int (type {})", class_of(&other).name())));
            }
        }
    }
    match Number::of(value) {
        Some(Number::Int(number)) => return Ok(Value::Int(number)),
        Some(Number::Big(_)) => return Ok(plain(value).clone()),
        Some(Number::Float(number)) => return whole(number),
        None => {}
    }
    if let Value::Object(object) = value
        && let Some(number) = object.number(vm)?
    {
        return from_value(vm, &number);
    }
    match (plain(value), bytes_of(value)) {
        (Value::Str(text), _) => parse(vm, text, 10, value),
        (_, Some(bytes)) => parse(vm, &String::from_utf8_lossy(&bytes), 10, value),
        _ => Err(Stop::type_error(format!(
            "int() argument must be a string, a bytes-like object or a real number, not '{}'",
            class_of(value).name()
        ))),
    }
}

/// A text as an integer.
fn parse(vm: &mut Vm<'_>, text: &str, base: u32, value: &Value) -> Result<Value> {
    vm.work(text.len() / 4)?;
    let Some((negative, digits, base)) = digits_of(text, base) else {
        let shown = vm.repr(plain(value))?;
        return Err(Stop::value_error(format!("invalid literal for int() with base {base}: {shown}")));
    };
    if digits.len() > MOST_DIGITS && !base.is_power_of_two() {
        return Err(Stop::value_error(format!(
            "Exceeds the limit ({MOST_DIGITS} digits) for integer string conversion: value has {} digits; use sys.set_int_max_str_digits() to increase the limit",
            digits.len()
        )));
    }
    vm.work(digits.len().saturating_mul(digits.len()) / 4096)?;
    vm.take(digits.len(), 1)?;
    let number = BigInt::parse_bytes(digits.as_bytes(), base).unwrap_or_default();
    Ok(Value::big(if negative { -number } else { number }))
}

/// Sign, digits and base of a literal.
fn digits_of(text: &str, base: u32) -> Option<(bool, String, u32)> {
    let text = text.trim_matches(character::is_space);
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let prefixed = [("0x", 16), ("0o", 8), ("0b", 2)]
        .into_iter()
        .find(|(prefix, known)| (base == 0 || base == *known) && rest.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(prefix)));
    let (mut rest, found) = match prefixed {
        Some((_, known)) => (rest.get(2..)?, known),
        None => (rest, if base == 0 { 10 } else { base }),
    };
    if prefixed.is_some() {
        rest = rest.strip_prefix('_').unwrap_or(rest);
    }
    let mut digits = String::with_capacity(rest.len());
    let mut separated = true;
    for next in rest.chars() {
        match next {
            '_' if separated => return None,
            '_' => separated = true,
            next => {
                let plain = character::decimal(next).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(next);
                digits.push(plain.to_digit(found).map(|_| plain)?);
                separated = false;
            }
        }
    }
    let octal_like =
        base == 0 && prefixed.is_none() && digits.len() > 1 && digits.starts_with('0') && digits.bytes().any(|byte| byte != b'0');
    (!separated && !digits.is_empty() && !octal_like).then_some((negative, digits, found))
}

/// The integer that a method is called on.
fn this(value: &Value) -> Result<BigInt> {
    match Number::of(value).as_ref().and_then(Number::integer) {
        Some(number) => Ok(number.into_owned()),
        None => Err(Stop::type_error(format!("descriptor for 'int' objects doesn't apply to a '{}' object", class_of(value).name()))),
    }
}

fn real(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    this(value).map(Value::big)
}

fn conjugate(_vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("int.conjugate")?;
    this(receiver).map(Value::big)
}

fn is_integer(_vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("int.is_integer")?;
    this(receiver).map(|_| Value::Bool(true))
}

fn as_integer_ratio(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("int.as_integer_ratio")?;
    let number = this(receiver)?;
    vm.tuple(vec![Value::big(number), Value::Int(1)])
}

fn bit_length(_vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("int.bit_length")?;
    Ok(Value::Int(i64::try_from(this(receiver)?.bits()).unwrap_or(i64::MAX)))
}

fn bit_count(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("int.bit_count")?;
    let number = this(receiver)?;
    vm.pay_bits(number.bits())?;
    Ok(Value::Int(i64::try_from(number.magnitude().count_ones()).unwrap_or(i64::MAX)))
}

/// Whether the order of bytes is that of writing.
fn is_big(order: Option<Value>, function: &str) -> Result<bool> {
    match order.as_ref().map(|order| order.as_str()) {
        None | Some(Some("big")) => Ok(true),
        Some(Some("little")) => Ok(false),
        Some(Some(_)) => Err(Stop::value_error("byteorder must be either 'little' or 'big'")),
        Some(None) => Err(Stop::type_error(format!("{function}() argument 'byteorder' must be str"))),
    }
}

fn to_bytes(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let spec = Spec::new("to_bytes", 0, ["length", "byteorder", "signed"]).then_named(2);
    let [length, order, signed] = args.bind(&spec)?;
    let length = length.map_or(Ok(1), |length| vm.index(&length))?;
    let length = usize::try_from(length).map_err(|_| Stop::value_error("length argument must be non-negative"))?;
    let (big, signed) = (is_big(order, "to_bytes")?, signed.map_or(Ok(false), |signed| vm.truth(&signed))?);
    let number = this(receiver)?;
    vm.take(length, 2)?;
    vm.pay_bits(number.bits())?;
    if number.is_negative() && !signed {
        return Err(Stop::raise(&exception::OVERFLOW_ERROR, "can't convert negative int to unsigned"));
    }
    let mut bytes = if signed { number.to_signed_bytes_le() } else { number.magnitude().to_bytes_le() };
    let filler = if number.is_negative() { 0xff } else { 0 };
    let needed = if number.sign() == Sign::NoSign { 0 } else { bytes.len() };
    if needed > length {
        return Err(Stop::raise(&exception::OVERFLOW_ERROR, "int too big to convert"));
    }
    bytes.resize(length, filler);
    if big {
        bytes.reverse();
    }
    Ok(Value::Bytes(bytes.into()))
}

fn from_bytes(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let spec = Spec::new("from_bytes", 1, ["bytes", "byteorder", "signed"]).then_named(2);
    let [bytes, order, signed] = args.bind(&spec)?;
    let bytes = super::bytes::from_value(vm, &bytes.unwrap_or(Value::None))?;
    let (big, signed) = (is_big(order, "from_bytes")?, signed.map_or(Ok(false), |signed| vm.truth(&signed))?);
    vm.take(bytes.len(), 1)?;
    Ok(Value::big(match (big, signed) {
        (true, true) => BigInt::from_signed_bytes_be(&bytes),
        (false, true) => BigInt::from_signed_bytes_le(&bytes),
        (true, false) => BigInt::from_bytes_be(Sign::Plus, &bytes),
        (false, false) => BigInt::from_bytes_le(Sign::Plus, &bytes),
    }))
}
