//! Functions about numbers and characters.

use num_bigint::BigInt;

use crate::{
    Args, Native, Result, Spec, Stop, Value, Vm, exception,
    operate::{self, BinaryOp, class_of, number::Number},
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
    for (receiver, name, other) in [(&left, "__divmod__", &right), (&right, "__rdivmod__", &left)] {
        if let Some(answer) = vm.special(receiver, name, vec![other.clone()])?.filter(|answer| !matches!(answer, Value::NotImplemented)) {
            return Ok(answer);
        }
    }
    let zero = matches!(&right, Value::Float(0.0)) || (matches!(&left, Value::Float(_)) && right.as_int() == Some(0));
    if zero && Number::of(&left).is_some() {
        return Err(Stop::raise(&exception::ZERO_DIVISION_ERROR, "float divmod()"));
    }
    match (vm.try_binary(BinaryOp::FloorDivide, &left, &right)?, vm.try_binary(BinaryOp::Modulo, &left, &right)?) {
        (Some(quotient), Some(rest)) => vm.tuple(vec![quotient, rest]),
        _ => {
            let (one, two) = (class_of(&left), class_of(&right));
            Err(Stop::type_error(format!("unsupported operand type(s) for divmod(): '{}' and '{}'", one.name(), two.name())))
        }
    }
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
    operate::round(vm, &number, digits.as_ref().filter(|digits| !digits.is_none()))
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
