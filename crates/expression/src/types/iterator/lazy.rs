//! The iterators that built-in functions make.

use std::rc::Rc;

use super::{ITERATOR, Iterate};
use crate::{Args, Result, Spec, Stop, Type, Value, Vm, types::range::Range};

/// `zip`
pub static ZIP: Type = Type { base: Some(&ITERATOR), new: Some(zip), ..Type::new("zip") };
/// `map`
pub static MAP: Type = Type { base: Some(&ITERATOR), new: Some(map), ..Type::new("map") };
/// `filter`
pub static FILTER: Type = Type { base: Some(&ITERATOR), new: Some(filter), ..Type::new("filter") };
/// `enumerate`
pub static ENUMERATE: Type = Type { base: Some(&ITERATOR), new: Some(enumerate), ..Type::new("enumerate") };
/// `reversed`
pub static REVERSED: Type = Type { base: Some(&ITERATOR), new: Some(reversed), ..Type::new("reversed") };

struct Zip {
    sources: Vec<Value>,
    strict: bool,
    over: bool,
}

fn zip(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [strict] = Args { positional: Vec::new(), named: args.named }.bind(&Spec::new("zip", 0, ["strict"]))?;
    let strict = strict.map_or(Ok(false), |strict| vm.truth(&strict))?;
    let sources = args.positional.iter().map(|source| vm.iterate(source)).collect::<Result<Vec<_>>>()?;
    let over = sources.is_empty();
    Ok(vm.iterator(&ZIP, Zip { sources, strict, over }))
}

impl Zip {
    fn uneven(&mut self, vm: &mut Vm<'_>, short: usize) -> Result<Option<Value>> {
        self.over = true;
        if !self.strict {
            return Ok(None);
        }
        let words = |n: usize, than: &str| {
            let before = if n == 2 { "argument 1".to_owned() } else { format!("arguments 1-{}", n - 1) };
            Stop::value_error(format!("zip() argument {n} is {than} than {before}"))
        };
        if short > 0 {
            return Err(words(short + 1, "shorter"));
        }
        for (index, source) in self.sources.iter().enumerate().skip(1) {
            if vm.next(source)?.is_some() {
                return Err(words(index + 1, "longer"));
            }
        }
        Ok(None)
    }
}

impl Iterate for Zip {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        if self.over {
            return Ok(None);
        }
        let mut items = Vec::with_capacity(self.sources.len());
        for index in 0..self.sources.len() {
            let Some(source) = self.sources.get(index) else { break };
            match vm.next(source)? {
                Some(item) => items.push(item),
                None => return self.uneven(vm, index),
            }
        }
        vm.tuple(items).map(Some)
    }
}

struct Map {
    function: Value,
    sources: Vec<Value>,
}

fn map(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    if args.positional.len() < 2 || !args.named.is_empty() {
        return Err(Stop::type_error("map() must have at least two arguments."));
    }
    let mut given = args.positional.into_iter();
    let function = given.next().unwrap_or(Value::None);
    let sources = given.map(|source| vm.iterate(&source)).collect::<Result<_>>()?;
    Ok(vm.iterator(&MAP, Map { function, sources }))
}

impl Iterate for Map {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let mut items = Vec::with_capacity(self.sources.len());
        for source in &self.sources {
            match vm.next(source)? {
                Some(item) => items.push(item),
                None => return Ok(None),
            }
        }
        vm.call(&self.function, Args::of(items)).map(Some)
    }
}

struct Filter {
    function: Value,
    source: Value,
}

fn filter(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [function, source] = args.bind(&Spec::positional("filter", 2, ["function", "iterable"]))?;
    let source = vm.iterate(&source.unwrap_or(Value::None))?;
    Ok(vm.iterator(&FILTER, Filter { function: function.unwrap_or(Value::None), source }))
}

impl Iterate for Filter {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        while let Some(item) = vm.next(&self.source)? {
            let verdict = match &self.function {
                Value::None => item.clone(),
                function => vm.call(function, Args::of(vec![item.clone()]))?,
            };
            if vm.truth(&verdict)? {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }
}

struct Enumerate {
    source: Value,
    at: i64,
}

fn enumerate(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [source, start] = args.bind(&Spec::new("enumerate", 1, ["iterable", "start"]))?;
    let source = vm.iterate(&source.unwrap_or(Value::None))?;
    let at = match start {
        None => 0,
        Some(start) => start.as_int().ok_or_else(|| {
            Stop::type_error(format!("'{}' object cannot be interpreted as an integer", crate::operate::class_of(&start).name()))
        })?,
    };
    Ok(vm.iterator(&ENUMERATE, Enumerate { source, at }))
}

impl Iterate for Enumerate {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let Some(item) = vm.next(&self.source)? else { return Ok(None) };
        self.at += 1;
        vm.tuple(vec![Value::Int(self.at - 1), item]).map(Some)
    }
}

/// Goes through a sequence from its end, by `x[i]`.
struct Backwards {
    sequence: Value,
    left: usize,
}

fn reversed(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let sequence = args.one("reversed")?;
    if let Some(answer) = vm.special(&sequence, "__reversed__", Vec::new())? {
        return Ok(answer);
    }
    match crate::operate::plain(&sequence) {
        Value::Dict(dict) => return Ok(super::Pairs::over(vm, dict, super::DictPart::Keys, true)),
        Value::Range(range) => return Ok(over_range(vm, range)),
        Value::Set(_) | Value::Iter(_) | Value::Generator(_) => {
            return Err(Stop::type_error(format!("'{}' object is not reversible", crate::operate::class_of(&sequence).name())));
        }
        Value::Object(object) => {
            if let Some(view) = object.as_any().downcast_ref::<crate::types::view::View>() {
                return Ok(super::Pairs::over(vm, &view.dict, view.part, true));
            }
        }
        _ => {}
    }
    let left = vm.len(&sequence)?;
    Ok(vm.iterator(&REVERSED, Backwards { sequence, left }))
}

fn over_range(vm: &mut Vm<'_>, range: &Range) -> Value {
    let count = range.count();
    let start = range.start.wrapping_add(range.step.wrapping_mul(i64::try_from(count).unwrap_or(i64::MAX).wrapping_sub(1)));
    let turned = match count {
        0 => Range { start: 0, stop: 0, step: 1 },
        _ => Range { start, stop: range.start.wrapping_sub(range.step), step: range.step.wrapping_neg() },
    };
    super::of(vm, &Value::Range(Rc::new(turned))).unwrap_or(Value::None)
}

impl Iterate for Backwards {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        // The list may have become shorter meanwhile.
        if let Value::List(items) = &self.sequence {
            return Ok(items.borrow().get(left).cloned());
        }
        vm.item(&self.sequence, &Value::from(left)).map(Some)
    }
}
