//! `timedelta`: a length of time, exact to the microsecond.

use std::{any::Any, cmp::Ordering};

use num_traits::Signed;

use super::calendar::{DAY, SECOND};
use crate::{
    Args, Method, Object, Result, Spec, Stop, Type, Value, Vm,
    class::{Constant, Getter},
    exception,
    modules::support::this,
    operate::{BinaryOp, CompareOp, class_of},
};

/// `datetime.timedelta`
pub(super) static TIMEDELTA: Type = Type {
    module: "datetime",
    new: Some(new),
    methods: &[Method { name: "total_seconds", call: total_seconds }],
    getters: &[
        Getter { name: "days", get: |_, value| Ok(Value::big(me(value)?.parts().0.into())) },
        Getter { name: "seconds", get: |_, value| Ok(Value::Int(me(value)?.parts().1)) },
        Getter { name: "microseconds", get: |_, value| Ok(Value::Int(me(value)?.parts().2)) },
    ],
    constants: &[
        Constant { name: "min", get: |_| Ok(Value::object(Delta(-LARGEST))) },
        Constant { name: "max", get: |_| Ok(Value::object(Delta(LARGEST + (DAY - 1) as i128))) },
        Constant { name: "resolution", get: |_| Ok(Value::object(Delta(1))) },
    ],
    ..Type::new("timedelta")
};

/// Microseconds of 999999999 days.
const LARGEST: i128 = 999_999_999 * DAY as i128;

/// A length of time in microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Delta(pub(super) i128);

fn me(value: &Value) -> Result<Delta> {
    this::<Delta>(value, "datetime.timedelta").copied()
}

impl Delta {
    /// A length of time, if Python has it.
    pub(super) fn new(micros: i128) -> Result<Self> {
        let days = micros.div_euclid(i128::from(DAY));
        if days.abs() > 999_999_999 {
            return Err(Stop::raise(&exception::OVERFLOW_ERROR, format!("days={days}; must have magnitude <= 999999999")));
        }
        Ok(Delta(micros))
    }

    /// As a value.
    pub(super) fn value(micros: impl Into<i128>) -> Result<Value> {
        Delta::new(micros.into()).map(Value::object)
    }

    /// Days, seconds of a day, microseconds of a second.
    fn parts(self) -> (i64, i64, i64) {
        let rest = i64::try_from(self.0.rem_euclid(i128::from(DAY))).unwrap_or(0);
        let days = i64::try_from(self.0.div_euclid(i128::from(DAY))).unwrap_or(0);
        (days, rest / SECOND, rest % SECOND)
    }
}

/// What each argument counts in.
const UNITS: [(&str, i64); 7] = [
    ("days", DAY),
    ("seconds", SECOND),
    ("microseconds", 1),
    ("milliseconds", 1000),
    ("minutes", 60 * SECOND),
    ("hours", 3600 * SECOND),
    ("weeks", 7 * DAY),
];

fn new(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let given = args.bind(&Spec::new("timedelta", 0, UNITS.map(|(name, _)| name)))?;
    let (mut micros, mut rest) = (0i128, 0f64);
    for (value, (name, unit)) in given.into_iter().zip(UNITS) {
        let Some(value) = value else { continue };
        if let Some(number) = value.as_int() {
            micros += i128::from(number) * i128::from(unit);
        } else if let Value::Float(number) = value {
            let whole = whole(number)?;
            micros = whole.checked_mul(i128::from(unit)).and_then(|more| micros.checked_add(more)).ok_or_else(too_large)?;
            let part = number.fract() * unit as f64;
            micros += part.trunc() as i128;
            rest += part.fract();
        } else if let Value::Big(_) = value {
            return Err(too_large());
        } else {
            let class = class_of(&value);
            return Err(Stop::type_error(format!("unsupported type for timedelta {name} component: {}", class.name())));
        }
    }
    // Half a microsecond goes to the even one of the whole sum.
    let (low, part) = (rest.floor(), rest - rest.floor());
    let base = micros + low as i128;
    let up = part > 0.5 || part == 0.5 && base % 2 != 0;
    Delta::value(base + i128::from(up))
}

fn whole(number: f64) -> Result<i128> {
    if number.is_nan() {
        return Err(Stop::value_error("cannot convert float NaN to integer"));
    }
    if number.is_infinite() {
        return Err(Stop::raise(&exception::OVERFLOW_ERROR, "cannot convert float infinity to integer"));
    }
    Ok(number.trunc() as i128)
}

fn total_seconds(_vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("total_seconds")?;
    Ok(Value::Float(me(value)?.0 as f64 / 1e6))
}

/// `one / two`, the half to the even.
fn nearest(one: i128, two: i128) -> i128 {
    let (quotient, rest) = (one.div_euclid(two), one.rem_euclid(two));
    match (rest * 2).cmp(&two.abs()) {
        Ordering::Greater => quotient + two.signum(),
        Ordering::Equal if quotient % 2 != 0 => quotient + two.signum(),
        _ => quotient,
    }
}

fn floor(one: i128, two: i128) -> i128 {
    let quotient = one / two;
    if one % two != 0 && (one < 0) != (two < 0) { quotient - 1 } else { quotient }
}

fn too_large() -> Stop {
    Stop::raise(&exception::OVERFLOW_ERROR, "Python int too large to convert to C int")
}

fn by_zero() -> Stop {
    Stop::raise(&exception::ZERO_DIVISION_ERROR, "integer division or modulo by zero")
}

fn times(micros: i128, other: &Value) -> Result<Option<Value>> {
    if let Some(number) = other.as_int() {
        return Delta::new(micros.checked_mul(i128::from(number)).unwrap_or(i128::MAX)).map(|delta| Some(Value::object(delta)));
    }
    if matches!(other, Value::Big(_)) {
        return if micros == 0 { Delta::value(0).map(Some) } else { Err(too_large()) };
    }
    let Value::Float(number) = other else { return Ok(None) };
    whole(*number)?;
    let product = micros as f64 * number;
    let rounded = product.round_ties_even();
    Delta::new(rounded as i128).map(|delta| Some(Value::object(delta)))
}

fn divided(op: BinaryOp, micros: i128, other: &Value) -> Result<Option<Value>> {
    if let Some(Delta(divisor)) = other.downcast::<Delta>().copied() {
        if divisor == 0 {
            return Err(by_zero());
        }
        return Ok(Some(match op {
            BinaryOp::Divide => Value::Float(micros as f64 / divisor as f64),
            BinaryOp::FloorDivide => Value::big(floor(micros, divisor).into()),
            _ => Delta::value(micros - floor(micros, divisor) * divisor)?,
        }));
    }
    match (op, other.as_int(), other) {
        (BinaryOp::Divide | BinaryOp::FloorDivide, Some(0), _) => Err(by_zero()),
        (BinaryOp::Divide, Some(number), _) => Delta::value(nearest(micros, i128::from(number))).map(Some),
        (BinaryOp::FloorDivide, Some(number), _) => Delta::value(floor(micros, i128::from(number))).map(Some),
        // A number of more than 64 bits is larger than what there are lengths of time.
        (BinaryOp::Divide, None, Value::Big(number)) => {
            Delta::value(i128::try_from(&**number).map_or(0, |number| nearest(micros, number))).map(Some)
        }
        (BinaryOp::FloorDivide, None, Value::Big(number)) => {
            let below = i128::from((micros < 0) != number.is_negative() && micros != 0);
            Delta::value(i128::try_from(&**number).map_or(-below, |number| floor(micros, number))).map(Some)
        }
        (BinaryOp::Divide, None, Value::Float(0.0)) => Err(Stop::raise(&exception::ZERO_DIVISION_ERROR, "float division by zero")),
        (BinaryOp::Divide, None, Value::Float(number)) => {
            let quotient = (micros as f64 / number).round_ties_even();
            Delta::value(whole(quotient)?).map(Some)
        }
        _ => Ok(None),
    }
}

impl Object for Delta {
    fn class(&self) -> &'static Type {
        &TIMEDELTA
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn truth(&self, _vm: &mut Vm<'_>) -> Result<Option<bool>> {
        Ok(Some(self.0 != 0))
    }

    fn binary(&self, _vm: &mut Vm<'_>, op: BinaryOp, other: &Value, reflected: bool) -> Result<Option<Value>> {
        let delta = other.downcast::<Delta>().copied();
        match (op, delta) {
            (BinaryOp::Add, Some(other)) => Delta::value(self.0 + other.0).map(Some),
            (BinaryOp::Subtract, Some(other)) => Delta::value(if reflected { other.0 - self.0 } else { self.0 - other.0 }).map(Some),
            (BinaryOp::Multiply, None) => times(self.0, other),
            (BinaryOp::Divide | BinaryOp::FloorDivide | BinaryOp::Modulo, _) if !reflected => divided(op, self.0, other),
            _ => Ok(None),
        }
    }

    fn unary(&self, _vm: &mut Vm<'_>, name: &'static str) -> Result<Option<Value>> {
        match name {
            "neg" => Delta::value(-self.0).map(Some),
            "pos" => Delta::value(self.0).map(Some),
            "abs" => Delta::value(self.0.abs()).map(Some),
            _ => Ok(None),
        }
    }

    fn compare(&self, _vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        Ok(other.downcast::<Delta>().map(|other| op.holds(self.cmp(other))))
    }

    fn hash(&self, vm: &mut Vm<'_>) -> Result<Option<u64>> {
        vm.hash(&Value::big(self.0.into())).map(Some)
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        let (days, seconds, micros) = self.parts();
        let parts: Vec<_> = [("days", days), ("seconds", seconds), ("microseconds", micros)]
            .into_iter()
            .filter(|(_, value)| *value != 0)
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        Ok(format!("datetime.timedelta({})", if parts.is_empty() { "0".to_owned() } else { parts.join(", ") }))
    }

    fn str(&self, _vm: &mut Vm<'_>) -> Result<Option<String>> {
        let (days, seconds, micros) = self.parts();
        let mut text = match days {
            0 => String::new(),
            1 | -1 => format!("{days} day, "),
            _ => format!("{days} days, "),
        };
        text += &format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
        if micros != 0 {
            text += &format!(".{micros:06}");
        }
        Ok(Some(text))
    }
}
