//! What every value can do: the methods of `object`, and attributes such as `__class__`.

use crate::{
    Args, ClassRef, Dict, Method, Native, Result, Spec, Stop, Type, Value, Vm,
    format::address,
    operate::{class_of, identity, place},
    types,
};

/// Methods of `object`.
pub(super) static METHODS: &[Method] = &[
    Method { name: "__init__", call: init },
    Method { name: "__repr__", call: repr },
    Method { name: "__str__", call: str },
    Method { name: "__format__", call: format },
    Method { name: "__eq__", call: eq },
    Method { name: "__ne__", call: ne },
    Method { name: "__hash__", call: hash },
    Method { name: "__setattr__", call: set_attribute },
    Method { name: "__delattr__", call: delete_attribute },
    Method { name: "__getattribute__", call: get_attribute },
];

/// Functions of `object` as a class.
pub(super) static FUNCTIONS: &[Native] =
    &[Native { name: "__new__", call: new }, Native { name: "__init_subclass__", call: init_subclass }];

/// `object()`
pub(super) fn new_object(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    if !args.is_empty() {
        return Err(Stop::type_error("object() takes no arguments"));
    }
    vm.object(Plain)
}

/// `type(x)`, `type(name, bases, members)`
pub(super) fn type_of(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    match args.positional.as_slice() {
        [value] if args.named.is_empty() => Ok(Value::Class(class_of(value))),
        [Value::Str(name), bases, Value::Dict(members)] => {
            let bases = vm.items(bases)?;
            let members = copied(vm, &members.borrow())?;
            vm.class_of_values(name.clone(), bases, members, args.named.clone())
        }
        [_, _, _] => Err(Stop::type_error("type() takes a name, a tuple of classes and a dictionary")),
        _ => Err(Stop::type_error("type() takes 1 or 3 arguments")),
    }
}

struct Plain;

impl crate::Object for Plain {
    fn class(&self) -> &'static Type {
        &types::OBJECT
    }

    fn as_any(&self) -> &dyn std::any::Any {
        self
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("<object object at {}>", address(place(self))))
    }
}

/// The method of `object` that a value has.
pub(crate) fn method(_value: &Value, name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == name)
}

/// The method of `object` that a built-in class has.
pub(crate) fn class_method(_table: &'static Type, name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == name)
}

/// An attribute that every value has.
pub(crate) fn attribute(vm: &mut Vm<'_>, value: &Value, name: &str) -> Result<Option<Value>> {
    Ok(match (name, value) {
        ("__class__", value) => Some(Value::Class(class_of(value))),
        ("__dict__", Value::Instance(instance)) => Some(copy(vm, &instance.attributes.borrow())?),
        ("__dict__", Value::Exception(exception)) => Some(copy(vm, &exception.attributes.borrow())?),
        ("__dict__", Value::Function(function)) => Some(copy(vm, &function.attributes.borrow())?),
        ("__doc__", _) => Some(Value::None),
        ("__module__", Value::Instance(_)) => Some(Value::from("expression")),
        ("__init_subclass__", _) => FUNCTIONS.iter().find(|function| function.name == name).map(Value::Native),
        _ => None,
    })
}

fn copied(vm: &mut Vm<'_>, attributes: &Dict) -> Result<Dict> {
    let mut copy = Dict::new();
    vm.work(attributes.len())?;
    attributes.iter().for_each(|entry| copy.push(entry.hash, entry.key.clone(), entry.value.clone()));
    Ok(copy)
}

fn copy(vm: &mut Vm<'_>, attributes: &Dict) -> Result<Value> {
    let copy = copied(vm, attributes)?;
    vm.dict(copy)
}

/// An attribute that every class has.
pub(crate) fn class_attribute(vm: &mut Vm<'_>, class: &ClassRef, name: &str) -> Result<Option<Value>> {
    Ok(match (name, class) {
        ("__name__" | "__qualname__", class) => Some(Value::str(class.name())),
        ("__module__", ClassRef::User(_)) => Some(Value::from("expression")),
        ("__module__", ClassRef::Builtin(class)) => Some(Value::from(if class.module.is_empty() { "builtins" } else { class.module })),
        ("__doc__", _) => Some(Value::None),
        ("__class__", _) => Some(Value::Class(ClassRef::Builtin(&types::TYPE))),
        ("__dict__", ClassRef::User(class)) => Some(copy(vm, &class.members.borrow())?),
        ("__new__" | "__init_subclass__", _) => FUNCTIONS.iter().find(|function| function.name == name).map(Value::Native),
        _ => None,
    })
}

/// `object.__new__(class, …)`, and that of other built-in types.
fn new(vm: &mut Vm<'_>, mut args: Args) -> Result<Value> {
    if args.positional.is_empty() {
        return Err(Stop::type_error("object.__new__(): not enough arguments"));
    }
    match args.positional.remove(0) {
        Value::Class(ClassRef::User(class)) => vm.new_plainly(&class, &args),
        class @ Value::Class(_) => vm.call(&class, args),
        other => Err(Stop::type_error(format!("object.__new__(X): X is not a type object ({})", class_of(&other).name()))),
    }
}

fn init_subclass(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    match args.named.first() {
        None => Ok(Value::None),
        Some(_) => Err(Stop::type_error("object.__init_subclass__() takes no keyword arguments")),
    }
}

fn init(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    match value {
        Value::Exception(exception) => {
            if let Some((name, _)) = args.named.first() {
                return Err(Stop::type_error(format!("{}() takes no keyword arguments ('{name}')", exception.class.name())));
            }
            *exception.args.borrow_mut() = args.positional;
        }
        Value::Instance(instance) if instance.payload.is_some() => vm.fill_payload(value, args)?,
        Value::Instance(instance) => {
            let own_new = vm.class_has(&instance.class, "__new__");
            if !own_new && !args.is_empty() {
                return Err(Stop::type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
            }
        }
        _ => {}
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("__repr__")?;
    let text = match value {
        Value::Instance(instance) => match &instance.payload {
            Some(payload) => vm.repr(payload)?,
            None => format!("<{} object at {}>", instance.class.name, address(identity(value))),
        },
        other => vm.repr(other)?,
    };
    vm.text(text)
}

fn str(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("__str__")?;
    let text = match value {
        Value::Instance(instance) => match &instance.payload {
            Some(payload) => vm.str(payload)?,
            None => vm.repr(value)?,
        },
        other => vm.str(other)?,
    };
    vm.text(text)
}

fn format(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let spec = args.one("__format__")?;
    let text = match (value, spec.as_str()) {
        (_, Some("")) => vm.str(value)?,
        (Value::Instance(instance), Some(spec)) => match &instance.payload {
            Some(payload) => vm.format(payload, spec)?,
            None => {
                let class = &instance.class.name;
                return Err(Stop::type_error(format!("unsupported format string passed to {class}.__format__")));
            }
        },
        (other, spec) => vm.format(other, spec.unwrap_or_default())?,
    };
    vm.text(text)
}

fn eq(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let other = args.one("__eq__")?;
    match value {
        Value::Instance(_) if value.is(&other) => Ok(Value::Bool(true)),
        Value::Instance(_) => Ok(Value::NotImplemented),
        value => vm.equal(value, &other).map(Value::Bool),
    }
}

fn ne(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let other = args.one("__ne__")?;
    match value {
        Value::Instance(_) => Ok(Value::Bool(!vm.equal(value, &other)?)),
        value => vm.equal(value, &other).map(|equal| Value::Bool(!equal)),
    }
}

fn hash(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("__hash__")?;
    let hash = match value {
        Value::Instance(_) | Value::Exception(_) => identity(value),
        value => vm.hash(value)?,
    };
    Ok(Value::Int(i64::from_ne_bytes(hash.to_ne_bytes()) >> 2))
}

fn set_attribute(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let [name, item] = args.bind(&Spec::positional("__setattr__", 2, ["name", "value"]))?;
    let name = name.unwrap_or(Value::None);
    vm.set_plainly(value, name.as_str().unwrap_or_default(), item.unwrap_or(Value::None))?;
    Ok(Value::None)
}

fn delete_attribute(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let name = args.one("__delattr__")?;
    vm.delete_plainly(value, name.as_str().unwrap_or_default())?;
    Ok(Value::None)
}

fn get_attribute(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let name = args.one("__getattribute__")?;
    vm.attribute(value, name.as_str().unwrap_or_default())
}
