//! Tuples with names: what functions of modules answer when it has several parts.

use std::any::Any;

use crate::{
    Object, Result, Type, Value, Vm,
    operate::{BinaryOp, CompareOp},
    types::iterator::Iterate,
};

/// What the parts are called.
pub(crate) struct Shape {
    /// Type of the values.
    pub(crate) class: &'static Type,
    /// Names of the parts.
    pub(crate) fields: &'static [&'static str],
    /// Names of further parts, which are no items.
    pub(crate) more: &'static [&'static str],
}

/// A tuple with names.
pub(crate) struct Record {
    shape: &'static Shape,
    items: Value,
    more: Vec<Value>,
}

impl Record {
    /// A record as a value.
    pub(crate) fn value(vm: &mut Vm<'_>, shape: &'static Shape, items: Vec<Value>, more: Vec<Value>) -> Result<Value> {
        vm.allocate(size_of::<Record>() + more.len() * size_of::<Value>())?;
        let items = vm.tuple(items)?;
        Ok(Value::object(Record { shape, items, more }))
    }

    /// The parts as a tuple.
    pub(crate) const fn items(&self) -> &Value {
        &self.items
    }

    /// What the parts are called.
    pub(crate) const fn shape(&self) -> &'static Shape {
        self.shape
    }

    fn parts(&self) -> &[Value] {
        match &self.items {
            Value::Tuple(items) => items,
            _ => &[],
        }
    }
}

struct Items(Vec<Value>);

impl Iterate for Items {
    fn next(&mut self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        Ok(self.0.pop())
    }

    fn remaining(&self) -> usize {
        self.0.len()
    }
}

impl Object for Record {
    fn class(&self) -> &'static Type {
        self.shape.class
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, _vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        let place = |names: &[&str]| names.iter().position(|field| *field == name);
        let item = place(self.shape.fields).and_then(|place| self.parts().get(place));
        Ok(item.or_else(|| place(self.shape.more).and_then(|place| self.more.get(place))).cloned())
    }

    fn item(&self, vm: &mut Vm<'_>, key: &Value) -> Result<Value> {
        vm.item(&self.items, key)
    }

    fn len(&self, _vm: &mut Vm<'_>) -> Result<Option<usize>> {
        Ok(Some(self.parts().len()))
    }

    fn iterate(&self, _vm: &mut Vm<'_>) -> Result<Option<Box<dyn Iterate>>> {
        Ok(Some(Box::new(Items(self.parts().iter().rev().cloned().collect()))))
    }

    fn binary(&self, vm: &mut Vm<'_>, op: BinaryOp, other: &Value, reflected: bool) -> Result<Option<Value>> {
        let other = other.downcast::<Record>().map_or(other, Record::items);
        let (one, two) = if reflected { (other, &self.items) } else { (&self.items, other) };
        match op {
            BinaryOp::Add | BinaryOp::Multiply => vm.binary(op, one, two).map(Some),
            _ => Ok(None),
        }
    }

    fn compare(&self, vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        let other = other.downcast::<Record>().map_or(other, Record::items);
        if !matches!(other, Value::Tuple(_)) {
            return Ok(None);
        }
        let answer = vm.compare(op, &self.items, other)?;
        vm.truth(&answer).map(Some)
    }

    fn hash(&self, vm: &mut Vm<'_>) -> Result<Option<u64>> {
        vm.hash(&self.items).map(Some)
    }

    fn repr(&self, vm: &mut Vm<'_>) -> Result<String> {
        let Type { module, name, .. } = self.shape.class;
        // What is written in Python there is shown without its module.
        let mut text = if *module == "urllib.parse" { format!("{name}(") } else { format!("{module}.{name}(") };
        for (place, (field, item)) in self.shape.fields.iter().zip(self.parts()).enumerate() {
            text += if place > 0 { ", " } else { "" };
            text += field;
            text.push('=');
            text += &vm.repr(item)?;
        }
        text.push(')');
        Ok(text)
    }
}
