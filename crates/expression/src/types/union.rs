//! `int | str`: one of several classes.

use std::any::Any;

use crate::{
    ClassRef, Object, Result, Type, Value, Vm,
    operate::{BinaryOp, CompareOp},
};

/// `types.UnionType`
pub(crate) static UNION: Type = Type { module: "types", ..Type::new("UnionType") };

struct Union(Vec<ClassRef>);

/// The classes that a value stands for; `None` stands for its own.
fn classes(value: &Value) -> Option<Vec<ClassRef>> {
    match value {
        Value::Class(class) => Some(vec![class.clone()]),
        Value::None => Some(vec![ClassRef::Builtin(&super::NONE)]),
        other => other.downcast::<Union>().map(|union| union.0.clone()),
    }
}

/// `one | two`; `None` unless both stand for classes.
pub(crate) fn union(one: &Value, two: &Value) -> Option<Value> {
    let mut all = classes(one)?;
    for class in classes(two)? {
        if !all.contains(&class) {
            all.push(class);
        }
    }
    if let [only] = all.as_slice() {
        return Some(Value::Class(only.clone()));
    }
    Some(Value::object(Union(all)))
}

impl Object for Union {
    fn class(&self) -> &'static Type {
        &UNION
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn admits(&self, class: &ClassRef) -> Option<bool> {
        Some(self.0.iter().any(|one| class.descends_from(one)))
    }

    fn binary(&self, vm: &mut Vm<'_>, op: BinaryOp, other: &Value, reflected: bool) -> Result<Option<Value>> {
        vm.take(self.0.len(), 32)?;
        let own = Value::object(Union(self.0.clone()));
        Ok(match (op, reflected) {
            (BinaryOp::Or, false) => union(&own, other),
            (BinaryOp::Or, true) => union(other, &own),
            _ => None,
        })
    }

    fn compare(&self, _vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        let Some(other) = other.downcast::<Union>() else { return Ok(None) };
        let same = self.0.len() == other.0.len() && self.0.iter().all(|class| other.0.contains(class));
        Ok(match op {
            CompareOp::Equal => Some(same),
            CompareOp::NotEqual => Some(!same),
            _ => None,
        })
    }

    fn repr(&self, vm: &mut Vm<'_>) -> Result<String> {
        let mut out = String::new();
        for (place, class) in self.0.iter().enumerate() {
            vm.write(&mut out, if place > 0 { " | " } else { "" })?;
            let name = if *class == ClassRef::Builtin(&super::NONE) { "None".to_owned() } else { crate::format::full_name(class) };
            vm.write(&mut out, &name)?;
        }
        Ok(out)
    }
}
