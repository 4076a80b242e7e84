//! `range`

use std::rc::Rc;

use super::special::SEQUENCE;
use crate::{
    Args, Method, Result, Spec, Stop, Type, Value, Vm,
    class::Getter,
    operate::{class_of, plain},
};

/// `range`
pub static RANGE: Type = Type {
    base: Some(&SEQUENCE),
    new: Some(new),
    methods: &[Method { name: "count", call: count }, Method { name: "index", call: index }],
    getters: &[
        Getter { name: "start", get: |_, value| this(value).map(|range| Value::Int(range.start)) },
        Getter { name: "stop", get: |_, value| this(value).map(|range| Value::Int(range.stop)) },
        Getter { name: "step", get: |_, value| this(value).map(|range| Value::Int(range.step)) },
    ],
    ..Type::new("range")
};

fn new(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    if !args.named.is_empty() {
        return Err(Stop::type_error("range() takes no keyword arguments"));
    }
    let [start, stop, step] = args.bind(&Spec::positional("range", 1, ["start", "stop", "step"]))?;
    let mut number = |value: Option<Value>, default: i64| value.map_or(Ok(default), |value| vm.index(&value));
    let (start, stop, step) = match stop {
        None => (0, number(start, 0)?, 1),
        Some(stop) => (number(start, 0)?, number(Some(stop), 0)?, number(step, 1)?),
    };
    if step == 0 {
        return Err(Stop::value_error("range() arg 3 must not be zero"));
    }
    Ok(Value::Range(Rc::new(Range { start, stop, step })))
}

/// The range that a method is called on.
fn this(value: &Value) -> Result<Range> {
    match plain(value) {
        Value::Range(range) => Ok(**range),
        other => Err(Stop::type_error(format!("descriptor for 'range' objects doesn't apply to a '{}' object", class_of(other).name()))),
    }
}

fn count(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let item = args.one("range.count")?;
    Ok(Value::Int(i64::from(vm.contains(receiver, &item)?)))
}

fn index(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let item = args.one("range.index")?;
    match item.as_int().and_then(|number| this(receiver).ok()?.place(number)) {
        Some(place) => Ok(Value::from(place)),
        None => {
            let shown = vm.repr(&item)?;
            Err(Stop::value_error(format!("{shown} is not in range")))
        }
    }
}

/// Whole numbers at equal distances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The first.
    pub start: i64,
    /// Where it ends; not in it.
    pub stop: i64,
    /// Distance; never 0.
    pub step: i64,
}

impl Range {
    /// How many numbers it has.
    pub fn count(&self) -> usize {
        let (start, stop, step) = (i128::from(self.start), i128::from(self.stop), i128::from(self.step));
        let span = if step > 0 { stop - start } else { start - stop };
        if span <= 0 { 0 } else { usize::try_from((span + step.abs() - 1) / step.abs()).unwrap_or(usize::MAX) }
    }

    /// The number at a place.
    pub fn at(&self, place: usize) -> Option<i64> {
        if place >= self.count() {
            return None;
        }
        i64::try_from(i128::from(self.start) + i128::try_from(place).ok()? * i128::from(self.step)).ok()
    }

    /// Where a number is.
    pub fn place(&self, number: i64) -> Option<usize> {
        let distance = i128::from(number) - i128::from(self.start);
        let step = i128::from(self.step);
        if step == 0 || distance % step != 0 {
            return None;
        }
        usize::try_from(distance / step).ok().filter(|place| *place < self.count())
    }
}
