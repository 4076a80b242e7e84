//! `list`

use std::{cell::RefCell, rc::Rc};

use super::special::MUTABLE;
use crate::{
    Args, Method, Result, Spec, Stop, Type, Value, Vm,
    builtins::sort::sort,
    exception,
    operate::{class_of, plain, slice::place},
};

/// `list`
pub static LIST: Type = Type {
    base: Some(&MUTABLE),
    new: Some(new),
    methods: &[
        Method { name: "append", call: append },
        Method { name: "clear", call: clear },
        Method { name: "copy", call: copy },
        Method { name: "count", call: count },
        Method { name: "extend", call: extend },
        Method { name: "index", call: index },
        Method { name: "insert", call: insert },
        Method { name: "pop", call: pop },
        Method { name: "remove", call: remove },
        Method { name: "reverse", call: reverse },
        Method { name: "sort", call: sorted },
    ],
    ..Type::new("list")
};

fn new(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [items] = args.bind(&Spec::positional("list", 0, ["iterable"]))?;
    let items = items.map_or_else(|| Ok(Vec::new()), |items| vm.copied_items(&items))?;
    vm.list(items)
}

/// The list that a method is called on.
fn this(value: &Value) -> Result<&Rc<RefCell<Vec<Value>>>> {
    match plain(value) {
        Value::List(items) => Ok(items),
        other => Err(Stop::type_error(format!("descriptor for 'list' objects doesn't apply to a '{}' object", class_of(other).name()))),
    }
}

fn append(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let item = args.one("list.append")?;
    vm.allocate(size_of::<Value>())?;
    this(receiver)?.borrow_mut().push(item);
    Ok(Value::None)
}

fn clear(_vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("list.clear")?;
    let old = this(receiver)?.take();
    drop(old);
    Ok(Value::None)
}

fn copy(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("list.copy")?;
    let list = this(receiver)?;
    vm.work(list.borrow().len() / 4)?;
    let items = list.borrow().clone();
    vm.list(items)
}

fn count(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let item = args.one("list.count")?;
    super::tuple::count_in(vm, receiver, &item)
}

fn extend(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let items = args.one("list.extend")?;
    vm.list_extend(this(receiver)?, &items)?;
    Ok(Value::None)
}

fn index(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    match super::tuple::index_in(vm, receiver, args)? {
        (_, Some(place)) => Ok(place),
        (item, None) => {
            let shown = vm.repr(&item)?;
            Err(Stop::value_error(format!("{shown} is not in list")))
        }
    }
}

fn insert(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [index, item] = args.bind(&Spec::positional("insert", 2, ["index", "object"]))?;
    let index = vm.clamped(&index.unwrap_or(Value::None))?;
    let list = this(receiver)?;
    vm.work(list.borrow().len() / 64)?;
    vm.allocate(size_of::<Value>())?;
    let mut items = list.borrow_mut();
    let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let index = if index < 0 { index.saturating_add(length).max(0) } else { index.min(length) };
    items.insert(usize::try_from(index).unwrap_or(0), item.unwrap_or(Value::None));
    Ok(Value::None)
}

fn pop(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [index] = args.bind(&Spec::positional("pop", 0, ["index"]))?;
    let list = this(receiver)?;
    let Some(index) = index else {
        return list.borrow_mut().pop().ok_or_else(|| Stop::raise(&exception::INDEX_ERROR, "pop from empty list"));
    };
    let index = vm.index(&index)?;
    vm.work(list.borrow().len() / 64)?;
    let mut items = list.borrow_mut();
    if items.is_empty() {
        return Err(Stop::raise(&exception::INDEX_ERROR, "pop from empty list"));
    }
    let place = place(index, items.len()).ok_or_else(|| Stop::raise(&exception::INDEX_ERROR, "pop index out of range"))?;
    Ok(items.remove(place))
}

fn remove(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    match super::tuple::index_in(vm, receiver, Args::of(vec![args.one("list.remove")?]))? {
        (_, Some(found)) => {
            let list = this(receiver)?;
            let place = found.as_int().and_then(|place| usize::try_from(place).ok()).unwrap_or(0);
            let length = list.borrow().len();
            let old = (place < length).then(|| list.borrow_mut().remove(place));
            drop(old);
            Ok(Value::None)
        }
        _ => Err(Stop::value_error("list.remove(x): x not in list")),
    }
}

fn reverse(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("list.reverse")?;
    let list = this(receiver)?;
    vm.work(list.borrow().len() / 16)?;
    list.borrow_mut().reverse();
    Ok(Value::None)
}

/// Sorts. Meanwhile the list is empty for whoever looks.
fn sorted(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    if !args.positional.is_empty() {
        return Err(Stop::type_error("sort() takes no positional arguments"));
    }
    let [key, reverse] = args.bind(&Spec::new("sort", 0, ["key", "reverse"]))?;
    let reverse = reverse.map_or(Ok(false), |reverse| vm.truth(&reverse))?;
    let list = this(receiver)?;
    vm.allocate(list.borrow().len().saturating_mul(size_of::<Value>()))?;
    let items = list.take();
    let before = items.clone();
    let result = sort(vm, items, key.as_ref(), reverse);
    let changed = !list.borrow().is_empty();
    match result {
        Ok(items) => {
            *list.borrow_mut() = items;
            if changed { Err(Stop::value_error("list modified during sort")) } else { Ok(Value::None) }
        }
        Err(stop) => {
            *list.borrow_mut() = before;
            Err(stop)
        }
    }
}
