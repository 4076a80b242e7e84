//! `math`

mod float;
mod sum;
mod whole;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::{
    Module, Native, Result, Stop, Value, Vm,
    class::Constant,
    exception,
    operate::{class_of, number::Number},
};

macro_rules! function {
    ($name:literal, $call:expr) => {
        Native { name: $name, call: |vm, args| float::one(vm, args, $name, $call) }
    };
}

/// The module.
pub(super) static MODULE: Module = Module {
    name: "math",
    functions: &[
        function!("acos", f64::acos),
        function!("acosh", f64::acosh),
        function!("asin", f64::asin),
        function!("asinh", f64::asinh),
        function!("atan", f64::atan),
        function!("atanh", f64::atanh),
        function!("cbrt", f64::cbrt),
        function!("cos", f64::cos),
        function!("cosh", f64::cosh),
        function!("degrees", f64::to_degrees),
        function!("erf", libm::erf),
        function!("erfc", libm::erfc),
        function!("exp", f64::exp),
        function!("exp2", f64::exp2),
        function!("expm1", f64::exp_m1),
        function!("fabs", f64::abs),
        function!("gamma", float::gamma),
        function!("lgamma", float::lgamma),
        function!("log1p", f64::ln_1p),
        function!("radians", f64::to_radians),
        function!("sin", f64::sin),
        function!("sinh", f64::sinh),
        function!("sqrt", f64::sqrt),
        function!("tan", f64::tan),
        function!("tanh", f64::tanh),
        function!("ulp", float::ulp),
        Native { name: "atan2", call: |_, args| float::two(args, "atan2", f64::atan2) },
        Native { name: "copysign", call: |_, args| float::two(args, "copysign", f64::copysign) },
        Native { name: "fmod", call: |_, args| float::two(args, "fmod", float::fmod) },
        Native { name: "nextafter", call: |_, args| float::two(args, "nextafter", libm::nextafter) },
        Native { name: "pow", call: |_, args| float::two(args, "pow", f64::powf) },
        Native { name: "remainder", call: |_, args| float::two(args, "remainder", libm::remainder) },
        Native { name: "ceil", call: |vm, args| float::rounded(vm, args, "ceil", f64::ceil) },
        Native { name: "floor", call: |vm, args| float::rounded(vm, args, "floor", f64::floor) },
        Native { name: "trunc", call: |vm, args| float::rounded(vm, args, "trunc", f64::trunc) },
        Native { name: "isfinite", call: |_, args| Ok(Value::Bool(real(&args.one("isfinite")?)?.is_finite())) },
        Native { name: "isinf", call: |_, args| Ok(Value::Bool(real(&args.one("isinf")?)?.is_infinite())) },
        Native { name: "isnan", call: |_, args| Ok(Value::Bool(real(&args.one("isnan")?)?.is_nan())) },
        Native { name: "isclose", call: float::isclose },
        Native { name: "frexp", call: float::frexp },
        Native { name: "ldexp", call: float::ldexp },
        Native { name: "modf", call: float::modf },
        Native { name: "log", call: float::log },
        Native { name: "log2", call: |_, args| float::logarithm(&args.one("log2")?, f64::log2).map(Value::Float) },
        Native { name: "log10", call: |_, args| float::logarithm(&args.one("log10")?, f64::log10).map(Value::Float) },
        Native { name: "dist", call: sum::dist },
        Native { name: "fsum", call: sum::fsum },
        Native { name: "hypot", call: sum::hypot },
        Native { name: "prod", call: sum::prod },
        Native { name: "sumprod", call: sum::sumprod },
        Native { name: "comb", call: whole::comb },
        Native { name: "factorial", call: whole::factorial },
        Native { name: "gcd", call: whole::gcd },
        Native { name: "isqrt", call: whole::isqrt },
        Native { name: "lcm", call: whole::lcm },
        Native { name: "perm", call: whole::perm },
    ],
    classes: &[],
    constants: &[
        Constant { name: "pi", get: |_| Ok(Value::Float(std::f64::consts::PI)) },
        Constant { name: "e", get: |_| Ok(Value::Float(std::f64::consts::E)) },
        Constant { name: "tau", get: |_| Ok(Value::Float(std::f64::consts::TAU)) },
        Constant { name: "inf", get: |_| Ok(Value::Float(f64::INFINITY)) },
        Constant { name: "nan", get: |_| Ok(Value::Float(f64::NAN)) },
    ],
};

/// The float that a value is or becomes.
fn real(value: &Value) -> Result<f64> {
    match Number::of(value) {
        Some(number) => number.float().map_err(|_| too_large()),
        None => Err(Stop::type_error(format!("must be real number, not {}", class_of(value).name()))),
    }
}

fn too_large() -> Stop {
    Stop::raise(&exception::OVERFLOW_ERROR, "int too large to convert to float")
}

fn domain() -> Stop {
    Stop::value_error("math domain error")
}

fn range() -> Stop {
    Stop::raise(&exception::OVERFLOW_ERROR, "math range error")
}

/// The whole number that a value is.
fn integer(vm: &mut Vm<'_>, value: &Value) -> Result<BigInt> {
    match Number::of(value).and_then(|number| number.integer().map(std::borrow::Cow::into_owned)) {
        Some(number) => Ok(number),
        None => super::index(vm, value).map(BigInt::from),
    }
}

/// A number of things, which is small.
fn small(number: &BigInt) -> Option<u64> {
    number.to_u64()
}
