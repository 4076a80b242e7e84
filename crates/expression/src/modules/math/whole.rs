//! Functions of whole numbers of any size. Large results are paid for step by step, before they are computed.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use super::{integer, small};
use crate::{Args, Result, Spec, Stop, Value, Vm, exception};

fn negative(name: &str) -> Stop {
    Stop::value_error(format!("{name} must be a non-negative integer"))
}

/// `from * (from + 1) * … * to`
fn product(vm: &mut Vm<'_>, from: u64, to: u64) -> Result<BigInt> {
    let mut product = BigInt::one();
    for factor in from..=to {
        vm.pay_product(product.bits(), 64)?;
        vm.work(1)?;
        product *= factor;
    }
    Ok(product)
}

/// `factorial(n)`
pub(super) fn factorial(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let value = args.one("factorial")?;
    let number = integer(vm, &value)?;
    if number.is_negative() {
        return Err(Stop::value_error("factorial() not defined for negative values"));
    }
    let Some(number) = small(&number) else {
        return Err(Stop::raise(&exception::OVERFLOW_ERROR, "factorial() argument should not exceed 9223372036854775807"));
    };
    product(vm, 2, number).map(Value::big)
}

/// `perm(n, k=None)`
pub(super) fn perm(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [number, taken] = args.bind(&Spec::positional("perm", 1, ["n", "k"]))?;
    let number = integer(vm, &number.unwrap_or(Value::None))?;
    let taken = match taken {
        None | Some(Value::None) => return factorial(vm, Args::of(vec![Value::big(number)])),
        Some(taken) => integer(vm, &taken)?,
    };
    if number.is_negative() {
        return Err(negative("n"));
    }
    if taken.is_negative() {
        return Err(negative("k"));
    }
    if taken > number {
        return Ok(Value::Int(0));
    }
    falling(vm, &number, &taken).map(Value::big)
}

/// `number * (number - 1) * …`, so many factors.
fn falling(vm: &mut Vm<'_>, number: &BigInt, taken: &BigInt) -> Result<BigInt> {
    let mut product = BigInt::one();
    let mut factor = number.clone();
    let least = number - taken;
    while factor > least {
        vm.pay_product(product.bits(), factor.bits())?;
        vm.work(1)?;
        product *= &factor;
        factor -= 1;
    }
    Ok(product)
}

/// `comb(n, k)`
pub(super) fn comb(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [number, taken] = args.bind(&Spec::positional("comb", 2, ["n", "k"]))?;
    let number = integer(vm, &number.unwrap_or(Value::None))?;
    let taken = integer(vm, &taken.unwrap_or(Value::None))?;
    if number.is_negative() {
        return Err(negative("n"));
    }
    if taken.is_negative() {
        return Err(negative("k"));
    }
    if taken > number {
        return Ok(Value::Int(0));
    }
    let taken = (&number - &taken).min(taken);
    let mut result = BigInt::one();
    let mut count = BigInt::zero();
    while count < taken {
        vm.pay_product(result.bits(), number.bits())?;
        vm.work(2)?;
        result = result * (&number - &count) / (&count + 1);
        count += 1;
    }
    Ok(Value::big(result))
}

fn folded(vm: &mut Vm<'_>, args: Args, start: i64, fold: fn(&BigInt, &BigInt) -> BigInt) -> Result<Value> {
    let mut result = BigInt::from(start);
    for value in &args.positional {
        let number = integer(vm, value)?;
        vm.pay_product(result.bits(), number.bits())?;
        vm.work(1)?;
        result = fold(&result, &number).abs();
    }
    Ok(Value::big(result))
}

/// `gcd(*integers)`
pub(super) fn gcd(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    folded(vm, args, 0, |one, two| one.gcd(two))
}

/// `lcm(*integers)`
pub(super) fn lcm(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    folded(vm, args, 1, |one, two| if one.is_zero() || two.is_zero() { BigInt::zero() } else { one.lcm(two) })
}

/// `isqrt(n)`
pub(super) fn isqrt(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let value = args.one("isqrt")?;
    let number = integer(vm, &value)?;
    if number.is_negative() {
        return Err(Stop::value_error("isqrt() argument must be nonnegative"));
    }
    // A few divisions of numbers of that size.
    for _ in 0..8 {
        vm.pay_product(number.bits(), number.bits())?;
    }
    Ok(Value::big(number.sqrt()))
}
