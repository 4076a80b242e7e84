//! `dict`

use std::{cell::RefCell, rc::Rc};

use super::{iterator::DictPart, special::MUTABLE, view::view};
use crate::{
    Args, Dict, Method, Native, Result, Spec, Stop, Type, Value, Vm, exception,
    operate::{class_of, plain},
};

/// `dict`
pub static DICT: Type = Type {
    base: Some(&MUTABLE),
    new: Some(new),
    methods: &[
        Method { name: "clear", call: clear },
        Method { name: "copy", call: copy },
        Method { name: "get", call: get },
        Method { name: "items", call: items },
        Method { name: "keys", call: keys },
        Method { name: "pop", call: pop },
        Method { name: "popitem", call: popitem },
        Method { name: "setdefault", call: setdefault },
        Method { name: "update", call: update },
        Method { name: "values", call: values },
        Method { name: "__reversed__", call: reversed },
    ],
    functions: &[Native { name: "fromkeys", call: fromkeys }],
    ..Type::new("dict")
};

/// `dict()`, `dict(mapping)`, `dict(pairs)`, `dict(name=value)`
fn new(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let made = vm.dict(Dict::new())?;
    fill(vm, &made, args, "dict")?;
    Ok(made)
}

/// Puts in what `dict(…)` and `update(…)` are called with.
fn fill(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str) -> Result<()> {
    let [other] = Args::of(args.positional).bind(&Spec::positional(name, 0, ["other"]))?;
    let dict = this(receiver)?;
    if let Some(other) = other {
        vm.dict_update(dict, &other)?;
    }
    for (key, value) in args.named {
        vm.dict_set(dict, Value::Str(key), value)?;
    }
    Ok(())
}

/// The dictionary that a method is called on.
fn this(value: &Value) -> Result<&Rc<RefCell<Dict>>> {
    match plain(value) {
        Value::Dict(dict) => Ok(dict),
        other => Err(Stop::type_error(format!("descriptor for 'dict' objects doesn't apply to a '{}' object", class_of(other).name()))),
    }
}

/// A dictionary of these keys, all with the same value.
fn fromkeys(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [keys, value] = args.bind(&Spec::positional("fromkeys", 1, ["iterable", "value"]))?;
    let value = value.unwrap_or(Value::None);
    let keys = vm.copied_items(&keys.unwrap_or(Value::None))?;
    vm.dict_of(keys.into_iter().map(|key| (key, value.clone())).collect())
}

fn clear(_vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("dict.clear")?;
    let old = this(receiver)?.take();
    drop(old);
    Ok(Value::None)
}

fn copy(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("dict.copy")?;
    vm.dict_copy(this(receiver)?).map(Value::Dict)
}

fn get(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [key, default] = args.bind(&Spec::positional("get", 1, ["key", "default"]))?;
    let found = vm.dict_get(this(receiver)?, &key.unwrap_or(Value::None))?;
    Ok(found.or(default).unwrap_or(Value::None))
}

fn keys(_vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("dict.keys")?;
    Ok(view(this(receiver)?, DictPart::Keys))
}

fn values(_vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("dict.values")?;
    Ok(view(this(receiver)?, DictPart::Values))
}

fn items(_vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("dict.items")?;
    Ok(view(this(receiver)?, DictPart::Items))
}

fn reversed(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("__reversed__")?;
    let dict = Rc::clone(this(receiver)?);
    Ok(super::iterator::Pairs::over(vm, &dict, DictPart::Keys, true))
}

fn pop(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [key, default] = args.bind(&Spec::positional("pop", 1, ["key", "default"]))?;
    let key = key.unwrap_or(Value::None);
    match vm.dict_remove(this(receiver)?, &key)?.or(default) {
        Some(value) => Ok(value),
        None => Err(Stop::key_error(key)),
    }
}

fn popitem(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("dict.popitem")?;
    let dict = this(receiver)?;
    vm.work(1)?;
    let entry = dict.borrow_mut().pop();
    match entry {
        Some(entry) => vm.tuple(vec![entry.key, entry.value]),
        None => Err(Stop::raise(&exception::KEY_ERROR, "popitem(): dictionary is empty")),
    }
}

fn setdefault(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [key, default] = args.bind(&Spec::positional("setdefault", 1, ["key", "default"]))?;
    let (key, default) = (key.unwrap_or(Value::None), default.unwrap_or(Value::None));
    let dict = this(receiver)?;
    let hash = vm.hash(&key)?;
    if let Some(place) = vm.dict_find(dict, hash, &key)?
        && let Some(entry) = dict.borrow().at(place)
    {
        return Ok(entry.value.clone());
    }
    vm.dict_put(dict, hash, key, default.clone())?;
    Ok(default)
}

fn update(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    fill(vm, receiver, args, "update")?;
    Ok(Value::None)
}
