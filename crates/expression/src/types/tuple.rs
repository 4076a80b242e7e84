//! `tuple`

use super::special::SEQUENCE;
use crate::{
    Args, Method, Result, Spec, Stop, Type, Value, Vm,
    operate::{class_of, plain},
};

/// `tuple`
pub static TUPLE: Type = Type {
    base: Some(&SEQUENCE),
    new: Some(new),
    methods: &[Method { name: "count", call: count }, Method { name: "index", call: index }],
    ..Type::new("tuple")
};

fn new(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [items] = args.bind(&Spec::positional("tuple", 0, ["iterable"]))?;
    match items {
        None => Ok(Value::tuple(Vec::new())),
        Some(same @ Value::Tuple(_)) => Ok(same),
        Some(items) => {
            let items = vm.copied_items(&items)?;
            vm.tuple(items)
        }
    }
}

fn count(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let item = args.one("tuple.count")?;
    count_in(vm, receiver, &item)
}

fn index(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    match index_in(vm, receiver, args)? {
        (_, Some(place)) => Ok(place),
        _ => Err(Stop::value_error("tuple.index(x): x not in tuple")),
    }
}

/// The item of a list or tuple at a place, at this moment.
pub(super) fn at(receiver: &Value, place: usize) -> Result<Option<Value>> {
    match plain(receiver) {
        Value::Tuple(items) => Ok(items.get(place).cloned()),
        Value::List(items) => Ok(items.borrow().get(place).cloned()),
        other => Err(Stop::type_error(format!("descriptor for sequences doesn't apply to a '{}' object", class_of(other).name()))),
    }
}

/// How often an item is in a list or tuple.
pub(super) fn count_in(vm: &mut Vm<'_>, receiver: &Value, item: &Value) -> Result<Value> {
    let (mut count, mut place) = (0, 0);
    while let Some(one) = at(receiver, place)? {
        if place % 4 == 0 {
            vm.work(1)?;
        }
        count += i64::from(vm.equal(&one, item)?);
        place += 1;
    }
    Ok(Value::Int(count))
}

/// Where an item is in a list or tuple, between two places; and the item.
pub(super) fn index_in(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<(Value, Option<Value>)> {
    let [item, start, end] = args.bind(&Spec::positional("index", 1, ["value", "start", "stop"]))?;
    let item = item.unwrap_or(Value::None);
    let length = i64::try_from(vm.len(plain(receiver))?).unwrap_or(i64::MAX);
    let mut bound = |value: Option<Value>, missing: i64| -> Result<usize> {
        let place = value.map_or(Ok(missing), |value| vm.clamped(&value))?;
        Ok(usize::try_from(if place < 0 { place.saturating_add(length).max(0) } else { place }).unwrap_or(0))
    };
    let (mut place, end) = (bound(start, 0)?, bound(end, i64::MAX)?);
    while place < end
        && let Some(one) = at(receiver, place)?
    {
        if place % 4 == 0 {
            vm.work(1)?;
        }
        if vm.equal(&one, &item)? {
            return Ok((item, Some(Value::from(place))));
        }
        place += 1;
    }
    Ok((item, None))
}
