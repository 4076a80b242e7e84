//! Functions that boil many values down to one.

use crate::{Args, Native, Result, Spec, Stop, Value, Vm, exception, operate::BinaryOp};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "all", call: all },
    Native { name: "any", call: any },
    Native { name: "max", call: max },
    Native { name: "min", call: min },
    Native { name: "next", call: next },
    Native { name: "sum", call: sum },
];

fn all(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    every(vm, args.one("all")?, true)
}

fn any(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    every(vm, args.one("any")?, false)
}

/// Goes on while items have this truth; the verdict is that truth if all had.
fn every(vm: &mut Vm<'_>, source: Value, wanted: bool) -> Result<Value> {
    let source = vm.iterate(&source)?;
    while let Some(item) = vm.next(&source)? {
        if vm.truth(&item)? != wanted {
            return Ok(Value::Bool(!wanted));
        }
    }
    Ok(Value::Bool(wanted))
}

fn max(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    best(vm, args, "max", |vm, best, item| vm.greater(item, best))
}

fn min(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    best(vm, args, "min", |vm, best, item| vm.less(item, best))
}

type Better = fn(&mut Vm<'_>, &Value, &Value) -> Result<bool>;

fn best(vm: &mut Vm<'_>, args: Args, name: &'static str, better: Better) -> Result<Value> {
    let Args { positional, named } = args;
    let [key, default] = Args { positional: Vec::new(), named }.bind(&Spec::new(name, 0, ["key", "default"]))?;
    let source = match &positional[..] {
        [] => return Err(Stop::type_error(format!("{name} expected at least 1 argument, got 0"))),
        [one] => vm.iterate(one)?,
        _ if default.is_some() => {
            return Err(Stop::type_error(format!("Cannot specify a default for {name}() with multiple positional arguments")));
        }
        many => vm.iterate(&Value::tuple(many.to_vec()))?,
    };
    let key = key.filter(|key| !key.is_none());
    let mut found: Option<(Value, Value)> = None;
    while let Some(item) = vm.next(&source)? {
        let rank = match &key {
            Some(key) => vm.call(key, Args::of(vec![item.clone()]))?,
            None => item.clone(),
        };
        let wins = match &found {
            Some((_, known)) => better(vm, known, &rank)?,
            None => true,
        };
        if wins {
            found = Some((item, rank));
        }
    }
    let empty = || Stop::value_error(format!("{name}() iterable argument is empty"));
    found.map(|(item, _)| item).or(default).ok_or_else(empty)
}

fn next(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [iterator, default] = args.bind(&Spec::positional("next", 1, ["iterator", "default"]))?;
    let iterator = iterator.unwrap_or(Value::None);
    let is_iterator = match &iterator {
        Value::Iter(_) | Value::Generator(_) => true,
        other => vm.find_attribute(other, "__next__")?.is_some(),
    };
    if !is_iterator {
        return Err(Stop::type_error(format!("'{}' object is not an iterator", crate::operate::class_of(&iterator).name())));
    }
    match (vm.next_or_result(&iterator)?, default) {
        (Ok(item), _) => Ok(item),
        (Err(_), Some(default)) => Ok(default),
        (Err(Value::None), None) => Err(Stop::raise_with(&exception::STOP_ITERATION, Vec::new())),
        (Err(result), None) => Err(Stop::raise_with(&exception::STOP_ITERATION, vec![result])),
    }
}

fn sum(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [source, start] = args.bind(&Spec::new("sum", 1, ["iterable", "start"]).unnamed(1))?;
    let source = vm.iterate(&source.unwrap_or(Value::None))?;
    let mut total = start.unwrap_or(Value::Int(0));
    match total {
        Value::Str(_) => return Err(Stop::type_error("sum() can't sum strings [use ''.join(seq) instead]")),
        Value::Bytes(_) => return Err(Stop::type_error("sum() can't sum bytes [use b''.join(seq) instead]")),
        _ => {}
    }
    while let Some(item) = vm.next(&source)? {
        total = vm.binary(BinaryOp::Add, &total, &item)?;
    }
    Ok(total)
}
