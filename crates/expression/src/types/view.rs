//! `dict.keys()`, `dict.values()`, `dict.items()`: a look at a dictionary that stays current.

use std::{any::Any, cell::RefCell, rc::Rc};

use super::iterator::{DictPart, Iterate, Pairs};
use crate::{
    Args, Dict, Method, Object, Result, Type, Value, Vm,
    operate::{BinaryOp, CompareOp},
};

static KEYS: Type = Type { methods: &[Method { name: "isdisjoint", call: disjoint }], ..Type::new("dict_keys") };
static VALUES: Type = Type::new("dict_values");
static ITEMS: Type = Type { methods: &[Method { name: "isdisjoint", call: disjoint }], ..Type::new("dict_items") };

/// Such a look.
pub(crate) struct View {
    /// At this dictionary.
    pub(crate) dict: Rc<RefCell<Dict>>,
    /// At this part of its entries.
    pub(crate) part: DictPart,
}

/// A look at a part of a dictionary.
pub(crate) fn view(dict: &Rc<RefCell<Dict>>, part: DictPart) -> Value {
    Value::object(View { dict: Rc::clone(dict), part })
}

impl View {
    /// A set of what is seen.
    fn as_set(&self, vm: &mut Vm<'_>) -> Result<Value> {
        let iterator = Pairs::over(vm, &self.dict, self.part, false);
        let items = vm.items(&iterator)?;
        vm.set(items, false)
    }
}

/// What compares and combines like a set, as a set.
fn as_set(vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    match value {
        Value::Set(_) => Ok(value.clone()),
        other => {
            let items = vm.items(other)?;
            vm.set(items, false)
        }
    }
}

fn disjoint(vm: &mut Vm<'_>, view: &Value, args: Args) -> Result<Value> {
    let other = args.one("isdisjoint")?;
    for item in vm.items(&other)? {
        if vm.contains(view, &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

impl Object for View {
    fn class(&self) -> &'static Type {
        match self.part {
            DictPart::Keys => &KEYS,
            DictPart::Values => &VALUES,
            DictPart::Items => &ITEMS,
        }
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn len(&self, _vm: &mut Vm<'_>) -> Result<Option<usize>> {
        Ok(Some(self.dict.borrow().len()))
    }

    fn contains(&self, vm: &mut Vm<'_>, item: &Value) -> Result<Option<bool>> {
        match self.part {
            DictPart::Keys => Ok(Some(vm.dict_get(&self.dict, item)?.is_some())),
            DictPart::Values => Ok(None),
            DictPart::Items => {
                let Value::Tuple(pair) = item else { return Ok(Some(false)) };
                let [key, value] = &pair[..] else { return Ok(Some(false)) };
                match vm.dict_get(&self.dict, key)? {
                    Some(known) => vm.equal(&known, value).map(Some),
                    None => Ok(Some(false)),
                }
            }
        }
    }

    fn iterate(&self, vm: &mut Vm<'_>) -> Result<Option<Box<dyn Iterate>>> {
        Ok(Some(Box::new(Through(Pairs::over(vm, &self.dict, self.part, false)))))
    }

    fn binary(&self, vm: &mut Vm<'_>, op: BinaryOp, other: &Value, reflected: bool) -> Result<Option<Value>> {
        let set_like = matches!(op, BinaryOp::And | BinaryOp::Or | BinaryOp::Xor | BinaryOp::Subtract);
        if self.part == DictPart::Values || !set_like {
            return Ok(None);
        }
        let (mine, other) = (self.as_set(vm)?, as_set(vm, other)?);
        let (left, right) = if reflected { (other, mine) } else { (mine, other) };
        vm.binary(op, &left, &right).map(Some)
    }

    fn compare(&self, vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        let set_like = matches!(other, Value::Set(_)) || other.downcast::<View>().is_some_and(|view| view.part != DictPart::Values);
        if self.part == DictPart::Values || !set_like {
            return Ok(None);
        }
        let (mine, other) = (self.as_set(vm)?, as_set(vm, other)?);
        let verdict = vm.compare(op, &mine, &other)?;
        vm.truth(&verdict).map(Some)
    }

    fn repr(&self, vm: &mut Vm<'_>) -> Result<String> {
        let iterator = Pairs::over(vm, &self.dict, self.part, false);
        let items = vm.items(&iterator)?;
        let items = vm.list(items)?;
        Ok(format!("{}({})", self.class().name, vm.deeper(|vm| vm.repr(&items))?))
    }
}

/// What an iterator gives that already is a value.
struct Through(Value);

impl Iterate for Through {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        vm.next(&self.0)
    }
}
