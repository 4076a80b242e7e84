//! `copy`: values again. What cannot change is its own copy.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use crate::{Args, Dict, Module, Native, Result, Spec, Value, Vm, class::Instance, operate::identity};

/// The module.
pub(super) static MODULE: Module = Module {
    name: "copy",
    functions: &[Native { name: "copy", call: copy }, Native { name: "deepcopy", call: deepcopy }],
    classes: &[],
    constants: &[],
};

fn copy(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let value = args.one("copy")?;
    if let Some(answer) = vm.special(&value, "__copy__", Vec::new())? {
        return Ok(answer);
    }
    Copier { deep: false, done: HashMap::new() }.copy(vm, &value)
}

fn deepcopy(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [value, _memo] = args.bind(&Spec::new("deepcopy", 1, ["x", "memo"]))?;
    Copier { deep: true, done: HashMap::new() }.copy(vm, &value.unwrap_or(Value::None))
}

/// Copies, all the way down or only the outermost value. What occurs twice is copied once.
struct Copier {
    deep: bool,
    done: HashMap<u64, Value>,
}

impl Copier {
    fn copy(&mut self, vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
        let key = identity(value);
        match value {
            Value::Tuple(_) if !self.deep => return Ok(value.clone()),
            Value::Tuple(_) | Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Instance(_) => {}
            other => return Ok(other.clone()),
        }
        if let Some(known) = self.done.get(&key) {
            return Ok(known.clone());
        }
        vm.work(1)?;
        vm.deeper(|vm| self.again(vm, value, key))
    }

    fn part(&mut self, vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
        if self.deep { self.copy(vm, value) } else { Ok(value.clone()) }
    }

    fn again(&mut self, vm: &mut Vm<'_>, value: &Value, key: u64) -> Result<Value> {
        match value {
            Value::List(items) => {
                let made = vm.list(Vec::new())?;
                self.done.insert(key, made.clone());
                let items = items.borrow().clone();
                vm.allocate(items.len() * size_of::<Value>())?;
                let parts = items.iter().map(|item| self.part(vm, item)).collect::<Result<Vec<_>>>()?;
                if let Value::List(list) = &made {
                    *list.borrow_mut() = parts;
                }
                Ok(made)
            }
            Value::Tuple(items) => {
                let parts = items.iter().map(|item| self.part(vm, item)).collect::<Result<Vec<_>>>()?;
                if parts.iter().zip(&items[..]).all(|(part, item)| part.is(item)) { Ok(value.clone()) } else { vm.tuple(parts) }
            }
            Value::Dict(dict) => {
                let made = vm.dict(Dict::new())?;
                self.done.insert(key, made.clone());
                if let Value::Dict(target) = &made {
                    self.fill(vm, dict, target)?;
                }
                Ok(made)
            }
            Value::Set(set) => {
                let items: Vec<Value> = set.items.borrow().iter().map(|entry| entry.key.clone()).collect();
                let items = items.iter().map(|item| self.part(vm, item)).collect::<Result<Vec<_>>>()?;
                vm.set(items, set.frozen)
            }
            Value::Instance(instance) => self.instance(vm, instance, key),
            other => Ok(other.clone()),
        }
    }

    fn fill(&mut self, vm: &mut Vm<'_>, from: &RefCell<Dict>, to: &Rc<RefCell<Dict>>) -> Result<()> {
        let entries: Vec<(Value, Value)> = from.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
        for (key, item) in entries {
            let (key, item) = (self.part(vm, &key)?, self.part(vm, &item)?);
            vm.dict_set(to, key, item)?;
        }
        Ok(())
    }

    fn instance(&mut self, vm: &mut Vm<'_>, instance: &Rc<Instance>, key: u64) -> Result<Value> {
        if self.deep {
            let memo = vm.dict(Dict::new())?;
            if let Some(answer) = vm.special(&Value::Instance(Rc::clone(instance)), "__deepcopy__", vec![memo])? {
                return Ok(answer);
            }
        }
        let payload = match &instance.payload {
            // The value under an instance is its own: never shared between two.
            Some(payload) => Some(match payload {
                Value::List(_) | Value::Dict(_) | Value::Set(_) => self.again(vm, payload, identity(payload))?,
                other => self.part(vm, other)?,
            }),
            None => None,
        };
        let made = vm.instance(&instance.class, payload)?;
        self.done.insert(key, Value::Instance(Rc::clone(&made)));
        let attributes = Rc::new(RefCell::new(Dict::new()));
        self.fill(vm, &instance.attributes, &attributes)?;
        *made.attributes.borrow_mut() = attributes.take();
        Ok(Value::Instance(made))
    }
}
