//! Functions of many numbers.

use super::real;
use crate::{Args, Result, Spec, Stop, Value, Vm, exception, operate::BinaryOp};

fn reals(vm: &mut Vm<'_>, value: &Value) -> Result<Vec<f64>> {
    let items = vm.items(value)?;
    vm.work(items.len() / 4)?;
    vm.allocate(items.len() * 8)?;
    items.iter().map(real).collect()
}

/// `fsum(numbers)`: exact until the last rounding, with a list of parts that do not overlap.
pub(super) fn fsum(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let numbers = reals(vm, &args.one("fsum")?)?;
    if let Some(special) = special(&numbers)? {
        return Ok(Value::Float(special));
    }
    let mut parts: Vec<f64> = Vec::new();
    for number in numbers {
        vm.work(parts.len() / 4)?;
        let mut x = number;
        let mut kept = 0;
        for place in 0..parts.len() {
            let Some(part) = parts.get(place).copied() else { break };
            let (large, little) = if x.abs() < part.abs() { (part, x) } else { (x, part) };
            let high = large + little;
            let low = little - (high - large);
            if low != 0.0 {
                if let Some(there) = parts.get_mut(kept) {
                    *there = low;
                }
                kept += 1;
            }
            x = high;
        }
        if x.is_infinite() {
            return Err(Stop::raise(&exception::OVERFLOW_ERROR, "intermediate overflow in fsum"));
        }
        parts.truncate(kept);
        parts.push(x);
    }
    Ok(Value::Float(together(&parts)))
}

fn special(numbers: &[f64]) -> Result<Option<f64>> {
    if numbers.iter().all(|number| number.is_finite()) {
        return Ok(None);
    }
    let sum: f64 = numbers.iter().filter(|number| !number.is_finite()).sum();
    if sum.is_nan() && !numbers.iter().any(|number| number.is_nan()) {
        return Err(Stop::value_error("-inf + inf in fsum"));
    }
    Ok(Some(sum))
}

/// The sum of parts that do not overlap, smallest first, rounded once.
fn together(parts: &[f64]) -> f64 {
    let mut rest = parts.iter().rev().copied();
    let Some(mut high) = rest.next() else { return 0.0 };
    let mut low = 0.0;
    for part in rest.by_ref() {
        let sum = high + part;
        low = part - (sum - high);
        high = sum;
        if low != 0.0 {
            break;
        }
    }
    // What lies below decides a rounding that was a tie.
    if let Some(next) = rest.next()
        && (low < 0.0 && next < 0.0 || low > 0.0 && next > 0.0)
    {
        let twice = low * 2.0;
        let sum = high + twice;
        if sum - high == twice {
            high = sum;
        }
    }
    high
}

fn norm(numbers: &[f64]) -> f64 {
    if numbers.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if let [x, y] = numbers {
        return x.hypot(*y);
    }
    let largest = numbers.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    if largest == 0.0 || numbers.iter().any(|x| x.is_nan()) {
        return if largest == 0.0 && numbers.iter().all(|x| !x.is_nan()) { 0.0 } else { f64::NAN };
    }
    if (1e-100..1e100).contains(&largest) {
        return numbers.iter().map(|x| x * x).sum::<f64>().sqrt();
    }
    largest * numbers.iter().map(|x| (x / largest) * (x / largest)).sum::<f64>().sqrt()
}

/// `hypot(*coordinates)`
pub(super) fn hypot(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let numbers: Vec<f64> = args.positional.iter().map(real).collect::<Result<_>>()?;
    Ok(Value::Float(norm(&numbers)))
}

/// `dist(p, q)`
pub(super) fn dist(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [p, q] = args.bind(&Spec::positional("dist", 2, ["p", "q"]))?;
    let (p, q) = (reals(vm, &p.unwrap_or(Value::None))?, reals(vm, &q.unwrap_or(Value::None))?);
    if p.len() != q.len() {
        return Err(Stop::value_error("both points must have the same number of dimensions"));
    }
    let differences: Vec<f64> = p.iter().zip(&q).map(|(p, q)| p - q).collect();
    Ok(Value::Float(norm(&differences)))
}

/// `prod(numbers, *, start=1)`
pub(super) fn prod(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [numbers, start] = args.bind(&Spec::new("prod", 1, ["iterable", "start"]).then_named(1).unnamed(1))?;
    let mut product = start.unwrap_or(Value::Int(1));
    let iterator = vm.iterate(&numbers.unwrap_or(Value::None))?;
    while let Some(number) = vm.next(&iterator)? {
        product = vm.binary(BinaryOp::Multiply, &product, &number)?;
    }
    Ok(product)
}

/// `sumprod(p, q)`
pub(super) fn sumprod(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [p, q] = args.bind(&Spec::positional("sumprod", 2, ["p", "q"]))?;
    let (p, q) = (vm.items(&p.unwrap_or(Value::None))?, vm.items(&q.unwrap_or(Value::None))?);
    if p.len() != q.len() {
        return Err(Stop::value_error("Inputs are not the same length"));
    }
    let mut sum = Value::Int(0);
    for (p, q) in p.iter().zip(&q) {
        let product = vm.binary(BinaryOp::Multiply, p, q)?;
        sum = vm.binary(BinaryOp::Add, &sum, &product)?;
    }
    Ok(sum)
}
