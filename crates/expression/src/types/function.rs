//! Functions and methods.

use crate::{
    Args, Method, Result, Type, Value, Vm,
    class::{Bound, Callee, Getter},
};

/// A function of the program.
pub static FUNCTION: Type = Type {
    methods: &[Method { name: "__call__", call }, Method { name: "__get__", call: get }],
    getters: &[
        Getter { name: "__name__", get: name },
        Getter { name: "__qualname__", get: qualified_name },
        Getter { name: "__doc__", get: doc },
        Getter { name: "__module__", get: module },
    ],
    ..Type::new("function")
};

/// A function of ours.
pub static NATIVE: Type = Type {
    methods: &[Method { name: "__call__", call }],
    getters: &[Getter { name: "__name__", get: name }, Getter { name: "__qualname__", get: name }, Getter { name: "__doc__", get: doc }],
    ..Type::new("builtin_function_or_method")
};

/// A function with its first argument.
pub static BOUND: Type = Type {
    methods: &[Method { name: "__call__", call }],
    getters: &[
        Getter { name: "__name__", get: name },
        Getter { name: "__qualname__", get: qualified_name },
        Getter { name: "__doc__", get: doc },
        Getter { name: "__self__", get: receiver },
        Getter { name: "__func__", get: function },
    ],
    ..Type::new("method")
};

fn call(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    vm.deeper(|vm| vm.call(value, args))
}

/// `function.__get__(instance)`: the method.
fn get(vm: &mut Vm<'_>, value: &Value, mut args: Args) -> Result<Value> {
    match args.positional.is_empty() {
        true => Ok(value.clone()),
        false => match args.positional.swap_remove(0) {
            Value::None => Ok(value.clone()),
            receiver => {
                vm.allocate(64)?;
                Ok(Value::Bound(std::rc::Rc::new(Bound { receiver, callee: Callee::Value(value.clone()) })))
            }
        },
    }
}

fn name(vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    Ok(match value {
        Value::Function(function) => Value::Str(function.name()),
        Value::Native(native) => Value::str(native.name),
        Value::Bound(bound) => match &bound.callee {
            Callee::Method(method) => Value::str(method.name),
            Callee::Value(callee) => vm.deeper(|vm| vm.attribute(callee, "__name__"))?,
        },
        _ => Value::None,
    })
}

fn qualified_name(vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    Ok(match value {
        Value::Function(function) => Value::Str(function.qualified_name()),
        Value::Bound(bound) => match &bound.callee {
            Callee::Method(method) => Value::from(format!("{}.{}", crate::operate::class_of(&bound.receiver).name(), method.name)),
            Callee::Value(callee) => vm.deeper(|vm| vm.attribute(callee, "__qualname__"))?,
        },
        other => name(vm, other)?,
    })
}

fn doc(vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    Ok(match value {
        Value::Function(function) => function.code.doc.clone().map_or(Value::None, Value::Str),
        Value::Bound(bound) => match &bound.callee {
            Callee::Method(_) => Value::None,
            Callee::Value(callee) => vm.deeper(|vm| vm.attribute(callee, "__doc__"))?,
        },
        _ => Value::None,
    })
}

fn module(_vm: &mut Vm<'_>, _value: &Value) -> Result<Value> {
    Ok(Value::from("expression"))
}

fn receiver(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    Ok(match value {
        Value::Bound(bound) => bound.receiver.clone(),
        _ => Value::None,
    })
}

fn function(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    Ok(match value {
        Value::Bound(bound) => match &bound.callee {
            Callee::Value(callee) => callee.clone(),
            Callee::Method(_) => Value::None,
        },
        _ => Value::None,
    })
}
