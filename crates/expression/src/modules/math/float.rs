//! Functions of floats.

use num_traits::Signed;

use super::{domain, range, real};
use crate::{
    Args, Result, Spec, Stop, Value, Vm, exception,
    operate::{class_of, number::Number, whole},
};

/// A result that is no number although the arguments are, or that is endless although they are not.
fn checked(result: f64, arguments: &[f64]) -> Result<f64> {
    let nan = arguments.iter().any(|x| x.is_nan());
    let infinite = arguments.iter().any(|x| x.is_infinite());
    match () {
        () if result.is_nan() && !nan => Err(domain()),
        () if result.is_infinite() && !nan && !infinite => Err(range()),
        () => Ok(result),
    }
}

/// A function of one.
pub(super) fn one(_vm: &mut Vm<'_>, args: Args, name: &'static str, call: fn(f64) -> f64) -> Result<Value> {
    let x = real(&only(args, name)?)?;
    let result = call(x);
    // At a pole: not too large a number, but none.
    if result.is_infinite() && x.is_finite() && matches!(name, "atanh" | "log1p" | "gamma" | "lgamma") && (x <= 0.0 || name == "atanh") {
        return Err(domain());
    }
    checked(result, &[x]).map(Value::Float)
}

fn only(args: Args, name: &'static str) -> Result<Value> {
    let given = args.positional.len();
    if given != 1 || !args.named.is_empty() {
        return Err(Stop::type_error(format!("math.{name}() takes exactly one argument ({given} given)")));
    }
    args.one(name)
}

/// A function of two.
pub(super) fn two(args: Args, name: &'static str, call: fn(f64, f64) -> f64) -> Result<Value> {
    let [x, y] = args.bind(&Spec::positional(name, 2, ["x", "y"]))?;
    let (x, y) = (real(&x.unwrap_or(Value::None))?, real(&y.unwrap_or(Value::None))?);
    let result = call(x, y);
    if name == "pow" && x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(domain());
    }
    checked(result, &[x, y]).map(Value::Float)
}

/// The gamma function, which has no value at zero and below it at whole numbers.
pub(super) fn gamma(x: f64) -> f64 {
    match x {
        _ if x <= 0.0 && x.fract() == 0.0 => f64::INFINITY,
        _ if x.fract() == 0.0 && x <= 23.0 => (2..x as u64).map(|factor| factor as f64).product(),
        _ => libm::tgamma(x),
    }
}

/// The logarithm of the size of the gamma function.
pub(super) fn lgamma(x: f64) -> f64 {
    if x <= 0.0 && x.fract() == 0.0 { f64::INFINITY } else { libm::lgamma(x) }
}

/// The distance to the next float.
pub(super) fn ulp(x: f64) -> f64 {
    let x = x.abs();
    match x {
        _ if !x.is_finite() => x,
        f64::MAX => x - x.next_down(),
        _ => x.next_up() - x,
    }
}

/// What is left of a division, with the sign of what was divided.
pub(super) fn fmod(x: f64, y: f64) -> f64 {
    x % y
}

/// `ceil`, `floor`, `trunc`: whole numbers of any size.
pub(super) fn rounded(vm: &mut Vm<'_>, args: Args, name: &'static str, call: fn(f64) -> f64) -> Result<Value> {
    let value = args.one(name)?;
    let special = match name {
        "ceil" => "__ceil__",
        "floor" => "__floor__",
        _ => "__trunc__",
    };
    match Number::of(&value) {
        Some(Number::Float(x)) => whole(call(x)),
        Some(number) => Ok(number.integer().map_or(Value::None, |number| Value::big(number.into_owned()))),
        None => match vm.special(&value, special, Vec::new())? {
            Some(answer) => Ok(answer),
            None if name == "trunc" => Err(Stop::type_error(format!("type {} doesn't define __trunc__ method", class_of(&value).name()))),
            None => whole(call(real(&value)?)),
        },
    }
}

/// `isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)`
pub(super) fn isclose(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [a, b, relative, absolute] = args.bind(&Spec::new("isclose", 2, ["a", "b", "rel_tol", "abs_tol"]).then_named(2))?;
    let (a, b) = (real(&a.unwrap_or(Value::None))?, real(&b.unwrap_or(Value::None))?);
    let relative = relative.map_or(Ok(1e-9), |value| real(&value))?;
    let absolute = absolute.map_or(Ok(0.0), |value| real(&value))?;
    if relative < 0.0 || absolute < 0.0 {
        return Err(Stop::value_error("tolerances must be non-negative"));
    }
    let near = (a - b).abs() <= (relative * a.abs().max(b.abs())).max(absolute);
    Ok(Value::Bool(a == b || a.is_finite() && b.is_finite() && near))
}

/// `frexp(x)`
pub(super) fn frexp(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let (mantissa, exponent) = libm::frexp(real(&only(args, "frexp")?)?);
    vm.tuple(vec![Value::Float(mantissa), Value::Int(i64::from(exponent))])
}

/// `ldexp(x, i)`
pub(super) fn ldexp(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [x, exponent] = args.bind(&Spec::positional("ldexp", 2, ["x", "i"]))?;
    let x = real(&x.unwrap_or(Value::None))?;
    let exponent = match exponent.unwrap_or(Value::None) {
        Value::Big(number) => {
            if number.is_negative() {
                i64::MIN
            } else {
                i64::MAX
            }
        }
        value => value.as_int().ok_or_else(|| Stop::type_error("Expected an int as second argument to ldexp."))?,
    };
    let exponent = i32::try_from(exponent.clamp(-5000, 5000)).unwrap_or(0);
    checked(libm::ldexp(x, exponent), &[x]).map(Value::Float)
}

/// `modf(x)`
pub(super) fn modf(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let x = real(&only(args, "modf")?)?;
    let fraction = if x.is_infinite() { 0.0f64.copysign(x) } else { x.fract().copysign(x) };
    vm.tuple(vec![Value::Float(fraction), Value::Float(x.trunc())])
}

/// `log(x)`, `log(x, base)`
pub(super) fn log(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [x, base] = args.bind(&Spec::positional("log", 1, ["x", "base"]))?;
    let x = logarithm(&x.unwrap_or(Value::None), f64::ln)?;
    let Some(base) = base else { return Ok(Value::Float(x)) };
    match logarithm(&base, f64::ln)? {
        0.0 => Err(Stop::raise(&exception::ZERO_DIVISION_ERROR, "float division by zero")),
        base => Ok(Value::Float(x / base)),
    }
}

/// A logarithm, of numbers of any size.
pub(super) fn logarithm(value: &Value, call: fn(f64) -> f64) -> Result<f64> {
    if let Some(Number::Big(number)) = Number::of(value)
        && number.is_positive()
    {
        let shift = number.bits().saturating_sub(64);
        let top = real(&Value::big(number >> shift))?;
        return Ok(call(top) + call(2.0) * shift as f64);
    }
    let x = match Number::of(value) {
        // Too small a number has no logarithm either.
        Some(Number::Big(_)) => -1.0,
        _ => real(value)?,
    };
    if x <= 0.0 { Err(domain()) } else { Ok(call(x)) }
}
