//! `set` and `frozenset`. They keep the order in which items came, which Python does not promise.

use std::{cell::RefCell, rc::Rc};

use super::special::CONTAINER;
use crate::{
    Args, Dict, Method, Result, Spec, Stop, Type, Value, Vm, exception,
    operate::{class_of, plain},
};

/// `set`
pub static SET: Type = Type {
    base: Some(&SHARED),
    new: Some(new),
    methods: &[
        Method { name: "add", call: add },
        Method { name: "clear", call: clear },
        Method { name: "difference_update", call: difference_update },
        Method { name: "discard", call: discard },
        Method { name: "intersection_update", call: intersection_update },
        Method { name: "pop", call: pop },
        Method { name: "remove", call: remove },
        Method { name: "symmetric_difference_update", call: symmetric_difference_update },
        Method { name: "update", call: update },
    ],
    ..Type::new("set")
};
/// `frozenset`
pub static FROZENSET: Type = Type { base: Some(&SHARED), new: Some(new_frozen), ..Type::new("frozenset") };

/// What both can do.
static SHARED: Type = Type {
    base: Some(&CONTAINER),
    methods: &[
        Method { name: "copy", call: copy },
        Method { name: "difference", call: difference },
        Method { name: "intersection", call: intersection },
        Method { name: "isdisjoint", call: isdisjoint },
        Method { name: "issubset", call: issubset },
        Method { name: "issuperset", call: issuperset },
        Method { name: "symmetric_difference", call: symmetric_difference },
        Method { name: "union", call: union },
    ],
    ..Type::new("sets")
};

/// A set.
pub struct Set {
    /// Whether it is a `frozenset`.
    pub frozen: bool,
    /// Its items, as keys.
    pub items: RefCell<Dict>,
}

fn new(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [items] = args.bind(&Spec::positional("set", 0, ["iterable"]))?;
    made(vm, items, false)
}

fn new_frozen(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [items] = args.bind(&Spec::positional("frozenset", 0, ["iterable"]))?;
    match items {
        Some(Value::Set(set)) if set.frozen => Ok(Value::Set(set)),
        items => made(vm, items, true),
    }
}

fn made(vm: &mut Vm<'_>, items: Option<Value>, frozen: bool) -> Result<Value> {
    let Some(items) = items else { return vm.set_from(Dict::new(), frozen) };
    let set = vm.set_items(&items)?;
    copied(vm, &set, frozen)
}

/// The same items in a set of their own.
fn copied(vm: &mut Vm<'_>, set: &Set, frozen: bool) -> Result<Value> {
    let count = set.items.borrow().len();
    vm.work(count / 2)?;
    vm.allocate(count.saturating_mul(72))?;
    let items = set.items.borrow().copy();
    vm.set_from(items, frozen)
}

/// The set that a method is called on.
fn this(value: &Value) -> Result<&Rc<Set>> {
    match plain(value) {
        Value::Set(set) => Ok(set),
        other => Err(Stop::type_error(format!("descriptor for 'set' objects doesn't apply to a '{}' object", class_of(other).name()))),
    }
}

fn add(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let item = args.one("set.add")?;
    vm.set_add(this(receiver)?, item)?;
    Ok(Value::None)
}

fn discard(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let item = args.one("set.discard")?;
    vm.set_discard(this(receiver)?, &item)?;
    Ok(Value::None)
}

fn remove(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let item = args.one("set.remove")?;
    if vm.set_discard(this(receiver)?, &item)? { Ok(Value::None) } else { Err(Stop::key_error(item)) }
}

fn clear(_vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("set.clear")?;
    let old = this(receiver)?.items.take();
    drop(old);
    Ok(Value::None)
}

fn copy(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("set.copy")?;
    let set = Rc::clone(this(receiver)?);
    if set.frozen { Ok(Value::Set(set)) } else { copied(vm, &set, false) }
}

/// Takes the first item out.
fn pop(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("set.pop")?;
    let set = this(receiver)?;
    vm.work(1)?;
    let mut items = set.items.borrow_mut();
    let first = items.front();
    match items.remove(first) {
        Some(entry) => Ok(entry.key),
        None => Err(Stop::raise(&exception::KEY_ERROR, "pop from an empty set")),
    }
}

/// The arguments of a method that takes any number of iterables.
fn others(args: Args, name: &str) -> Result<Vec<Value>> {
    if args.named.is_empty() { Ok(args.positional) } else { Err(Stop::type_error(format!("{name}() takes no keyword arguments"))) }
}

fn union(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let set = Rc::clone(this(receiver)?);
    let result = copied(vm, &set, set.frozen)?;
    for other in others(args, "union")? {
        let other = vm.set_items(&other)?;
        vm.set_merge(&this(&result)?.items, &other.items)?;
    }
    Ok(result)
}

fn update(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    for other in others(args, "update")? {
        let other = vm.set_items(&other)?;
        vm.set_merge(&this(receiver)?.items, &other.items)?;
    }
    Ok(Value::None)
}

/// What is left after each of the others.
fn filtered(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &str, wanted: bool) -> Result<Dict> {
    let set = this(receiver)?;
    vm.allocate(set.items.borrow().len().saturating_mul(72))?;
    let left = RefCell::new(set.items.borrow().copy());
    for other in others(args, name)? {
        let other = vm.set_items(&other)?;
        let kept = vm.set_filter(&left, &other.items, wanted)?;
        *left.borrow_mut() = kept;
    }
    Ok(left.take())
}

fn intersection(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let items = filtered(vm, receiver, args, "intersection", true)?;
    vm.set_from(items, this(receiver)?.frozen)
}

fn intersection_update(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let items = filtered(vm, receiver, args, "intersection_update", true)?;
    *this(receiver)?.items.borrow_mut() = items;
    Ok(Value::None)
}

fn difference(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let items = filtered(vm, receiver, args, "difference", false)?;
    vm.set_from(items, this(receiver)?.frozen)
}

fn difference_update(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let items = filtered(vm, receiver, args, "difference_update", false)?;
    *this(receiver)?.items.borrow_mut() = items;
    Ok(Value::None)
}

/// What is in one of two sets alone.
fn either(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str) -> Result<Dict> {
    let other = vm.set_items(&args.one(name)?)?;
    let set = this(receiver)?;
    let (mine, theirs) = (vm.set_filter(&set.items, &other.items, false)?, vm.set_filter(&other.items, &set.items, false)?);
    vm.set_union(&RefCell::new(mine), &RefCell::new(theirs))
}

fn symmetric_difference(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let items = either(vm, receiver, args, "set.symmetric_difference")?;
    vm.set_from(items, this(receiver)?.frozen)
}

fn symmetric_difference_update(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let items = either(vm, receiver, args, "set.symmetric_difference_update")?;
    *this(receiver)?.items.borrow_mut() = items;
    Ok(Value::None)
}

fn issubset(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let other = vm.set_items(&args.one("set.issubset")?)?;
    vm.is_subset(&this(receiver)?.items, &other.items).map(Value::Bool)
}

fn issuperset(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let other = vm.set_items(&args.one("set.issuperset")?)?;
    vm.is_subset(&other.items, &this(receiver)?.items).map(Value::Bool)
}

fn isdisjoint(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let other = vm.set_items(&args.one("set.isdisjoint")?)?;
    let common = vm.set_filter(&this(receiver)?.items, &other.items, true)?;
    Ok(Value::Bool(common.is_empty()))
}
