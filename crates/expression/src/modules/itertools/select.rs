//! One item after the other: chosen, changed, or from one source after the other.

use super::ITERTOOL;
use crate::{
    Args, Native, Result, Spec, Stop, Type, Value, Vm,
    operate::BinaryOp,
    types::iterator::{ITERATOR, Iterate},
};

/// `chain`
pub(super) static CHAIN: Type = Type {
    base: Some(&ITERATOR),
    module: "itertools",
    new: Some(chain),
    functions: &[Native { name: "from_iterable", call: from_iterable }],
    ..Type::new("chain")
};

/// Goes through what each of the sources gives.
struct Chain {
    sources: Value,
    current: Option<Value>,
}

fn chain(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let sources = vm.iterate(&Value::tuple(args.positional))?;
    Ok(vm.iterator(&CHAIN, Chain { sources, current: None }))
}

fn from_iterable(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let sources = args.one("from_iterable")?;
    let sources = vm.iterate(&sources)?;
    Ok(vm.iterator(&CHAIN, Chain { sources, current: None }))
}

impl Iterate for Chain {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        loop {
            if let Some(current) = &self.current {
                if let Some(item) = vm.next(current)? {
                    return Ok(Some(item));
                }
                self.current = None;
            }
            match vm.next(&self.sources)? {
                Some(source) => self.current = Some(vm.iterate(&source)?),
                None => return Ok(None),
            }
        }
    }
}

/// Which items of a source are given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Those before the first that fails.
    TakeWhile,
    /// Those from the first that fails on.
    DropWhile,
    /// Those that fail.
    FilterFalse,
}

struct Ruled {
    rule: Rule,
    predicate: Value,
    source: Value,
    /// Of `TakeWhile`: it is over. Of `DropWhile`: it has begun.
    turned: bool,
}

fn ruled(vm: &mut Vm<'_>, args: Args, name: &'static str, rule: Rule) -> Result<Value> {
    let [predicate, source] = args.bind(&Spec::positional(name, 2, ["predicate", "iterable"]))?;
    let source = vm.iterate(&source.unwrap_or(Value::None))?;
    Ok(vm.iterator(&ITERTOOL, Ruled { rule, predicate: predicate.unwrap_or(Value::None), source, turned: false }))
}

pub(super) fn takewhile(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    ruled(vm, args, "takewhile", Rule::TakeWhile)
}

pub(super) fn dropwhile(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    ruled(vm, args, "dropwhile", Rule::DropWhile)
}

pub(super) fn filterfalse(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    ruled(vm, args, "filterfalse", Rule::FilterFalse)
}

impl Ruled {
    fn holds(&self, vm: &mut Vm<'_>, item: &Value) -> Result<bool> {
        let verdict = match &self.predicate {
            Value::None => item.clone(),
            predicate => vm.call(predicate, Args::of(vec![item.clone()]))?,
        };
        vm.truth(&verdict)
    }
}

impl Iterate for Ruled {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        if self.turned && self.rule == Rule::TakeWhile {
            return Ok(None);
        }
        while let Some(item) = vm.next(&self.source)? {
            if self.turned {
                return Ok(Some(item));
            }
            let given = match (self.rule, self.holds(vm, &item)?) {
                (Rule::TakeWhile, holds) => {
                    self.turned = !holds;
                    return Ok(holds.then_some(item));
                }
                (Rule::DropWhile, holds) => {
                    self.turned = !holds;
                    !holds
                }
                (Rule::FilterFalse, holds) => !holds,
            };
            if given {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }
}

struct Compress {
    data: Value,
    selectors: Value,
}

pub(super) fn compress(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [data, selectors] = args.bind(&Spec::new("compress", 2, ["data", "selectors"]))?;
    let data = vm.iterate(&data.unwrap_or(Value::None))?;
    let selectors = vm.iterate(&selectors.unwrap_or(Value::None))?;
    Ok(vm.iterator(&ITERTOOL, Compress { data, selectors }))
}

impl Iterate for Compress {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        while let Some(item) = vm.next(&self.data)? {
            let Some(selector) = vm.next(&self.selectors)? else { return Ok(None) };
            if vm.truth(&selector)? {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }
}

struct Starmap {
    function: Value,
    source: Value,
}

pub(super) fn starmap(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [function, source] = args.bind(&Spec::positional("starmap", 2, ["function", "iterable"]))?;
    let source = vm.iterate(&source.unwrap_or(Value::None))?;
    Ok(vm.iterator(&ITERTOOL, Starmap { function: function.unwrap_or(Value::None), source }))
}

impl Iterate for Starmap {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let Some(item) = vm.next(&self.source)? else { return Ok(None) };
        let args = vm.items(&item)?;
        vm.call(&self.function, Args::of(args)).map(Some)
    }
}

struct Accumulate {
    source: Value,
    function: Option<Value>,
    total: Option<Value>,
    initial: bool,
}

pub(super) fn accumulate(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [source, function, initial] = args.bind(&Spec::new("accumulate", 1, ["iterable", "func", "initial"]).then_named(2))?;
    let source = vm.iterate(&source.unwrap_or(Value::None))?;
    let total = initial.filter(|initial| !initial.is_none());
    let initial = total.is_some();
    Ok(vm.iterator(&ITERTOOL, Accumulate { source, function: function.filter(|function| !function.is_none()), total, initial }))
}

impl Iterate for Accumulate {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        if std::mem::take(&mut self.initial) {
            return Ok(self.total.clone());
        }
        let Some(item) = vm.next(&self.source)? else { return Ok(None) };
        let total = match (&self.total, &self.function) {
            (None, _) => item,
            (Some(total), None) => vm.binary(BinaryOp::Add, total, &item)?,
            (Some(total), Some(function)) => vm.call(function, Args::of(vec![total.clone(), item]))?,
        };
        self.total = Some(total.clone());
        Ok(Some(total))
    }
}

struct Slice {
    source: Value,
    /// How many items of the source have been taken.
    taken: usize,
    /// Which one is given next.
    next: usize,
    stop: Option<usize>,
    step: usize,
}

pub(super) fn islice(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [source, first, second, step] = args.bind(&Spec::positional("islice", 2, ["iterable", "start", "stop", "step"]))?;
    let what = if second.is_some() { "Indices" } else { "Stop argument" };
    let wrong = || Stop::value_error(format!("{what} for islice() must be None or an integer: 0 <= x <= sys.maxsize."));
    let read = |value: Option<Value>| match value {
        None | Some(Value::None) => Ok(None),
        Some(value) => value.as_int().and_then(|number| usize::try_from(number).ok()).map(Some).ok_or_else(wrong),
    };
    let (start, stop) = match second {
        None => (None, read(first)?),
        Some(second) => (read(first)?, read(Some(second))?),
    };
    let step = read(step)?.unwrap_or(1);
    if step == 0 {
        return Err(Stop::value_error("Step for islice() must be a positive integer or None."));
    }
    let source = vm.iterate(&source.unwrap_or(Value::None))?;
    Ok(vm.iterator(&ITERTOOL, Slice { source, taken: 0, next: start.unwrap_or(0), stop, step }))
}

impl Iterate for Slice {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        if self.stop.is_some_and(|stop| self.next >= stop) {
            return Ok(None);
        }
        loop {
            let Some(item) = vm.next(&self.source)? else {
                self.stop = Some(0);
                return Ok(None);
            };
            self.taken += 1;
            if self.taken > self.next {
                self.next = self.next.saturating_add(self.step);
                return Ok(Some(item));
            }
        }
    }
}
