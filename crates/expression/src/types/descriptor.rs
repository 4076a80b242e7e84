//! What makes attributes of members of a class: `property`, `staticmethod`, `classmethod`.

use std::{any::Any, cell::RefCell};

use crate::{Args, Method, Object, Result, Spec, Str, Type, Value, Vm, class::Getter, operate::class_of};

/// `property`
pub static PROPERTY: Type = Type {
    new: Some(new_property),
    methods: &[
        Method { name: "getter", call: getter },
        Method { name: "setter", call: setter },
        Method { name: "deleter", call: deleter },
        Method { name: "__set_name__", call: set_name },
    ],
    getters: &[
        Getter { name: "fget", get: fget },
        Getter { name: "fset", get: fset },
        Getter { name: "fdel", get: fdel },
        Getter { name: "__doc__", get: doc },
    ],
    ..Type::new("property")
};

/// `staticmethod`
pub static STATIC_METHOD: Type = Type {
    new: Some(new_static),
    getters: &[Getter { name: "__func__", get: function }, Getter { name: "__wrapped__", get: function }],
    ..Type::new("staticmethod")
};

/// `classmethod`
pub static CLASS_METHOD: Type = Type {
    new: Some(new_class),
    getters: &[Getter { name: "__func__", get: function }, Getter { name: "__wrapped__", get: function }],
    ..Type::new("classmethod")
};

/// An attribute that is computed.
pub(crate) struct Property {
    pub(crate) get: Value,
    pub(crate) set: Value,
    pub(crate) delete: Value,
    doc: Value,
    name: RefCell<Str>,
}

impl Property {
    /// Its name, for messages.
    pub(crate) fn name(&self) -> Str {
        match &self.get {
            Value::Function(function) => function.name(),
            _ => self.name.borrow().clone(),
        }
    }
}

/// A function that does not become a method.
pub(crate) struct StaticMethod(pub(crate) Value);

/// A function whose first argument is the class.
pub(crate) struct ClassMethod(pub(crate) Value);

impl Object for Property {
    fn class(&self) -> &'static Type {
        &PROPERTY
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl Object for StaticMethod {
    fn class(&self) -> &'static Type {
        &STATIC_METHOD
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        vm.find_attribute(&self.0, name)
    }

    fn callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &mut Vm<'_>, args: Args) -> Result<Value> {
        vm.deeper(|vm| vm.call(&self.0, args))
    }
}

impl Object for ClassMethod {
    fn class(&self) -> &'static Type {
        &CLASS_METHOD
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        vm.find_attribute(&self.0, name)
    }
}

fn new_property(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [get, set, delete, doc] = args.bind(&Spec::new("property", 0, ["fget", "fset", "fdel", "doc"]))?;
    let get = get.unwrap_or(Value::None);
    let doc = match doc {
        Some(doc) if !doc.is_none() => doc,
        _ => vm.find_attribute(&get, "__doc__")?.unwrap_or(Value::None),
    };
    let (set, delete) = (set.unwrap_or(Value::None), delete.unwrap_or(Value::None));
    vm.object(Property { get, set, delete, doc, name: RefCell::default() })
}

/// The same property with another part.
fn with(vm: &mut Vm<'_>, value: &Value, args: Args, name: &'static str, put: fn(&mut Property, Value)) -> Result<Value> {
    let function = args.one(name)?;
    let Some(old) = value.downcast::<Property>() else { return Ok(Value::None) };
    let (get, set, delete) = (old.get.clone(), old.set.clone(), old.delete.clone());
    let mut new = Property { get, set, delete, doc: old.doc.clone(), name: RefCell::new(old.name()) };
    put(&mut new, function);
    vm.object(new)
}

fn getter(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    with(vm, value, args, "getter", |property, function| property.get = function)
}

fn setter(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    with(vm, value, args, "setter", |property, function| property.set = function)
}

fn deleter(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    with(vm, value, args, "deleter", |property, function| property.delete = function)
}

fn set_name(_vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    if let (Some(property), Some(Value::Str(name))) = (value.downcast::<Property>(), args.positional.get(1)) {
        *property.name.borrow_mut() = name.clone();
    }
    Ok(Value::None)
}

fn part(value: &Value, part: fn(&Property) -> &Value) -> Result<Value> {
    Ok(value.downcast::<Property>().map_or(Value::None, |property| part(property).clone()))
}

fn fget(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    part(value, |property| &property.get)
}

fn fset(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    part(value, |property| &property.set)
}

fn fdel(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    part(value, |property| &property.delete)
}

fn doc(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    part(value, |property| &property.doc)
}

fn new_static(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let function = args.one("staticmethod")?;
    vm.object(StaticMethod(function))
}

fn new_class(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let function = args.one("classmethod")?;
    vm.object(ClassMethod(function))
}

fn function(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    let of_static = value.downcast::<StaticMethod>().map(|method| &method.0);
    let function = of_static.or_else(|| value.downcast::<ClassMethod>().map(|method| &method.0));
    debug_assert!(function.is_some(), "{} has no function", class_of(value).name());
    Ok(function.cloned().unwrap_or(Value::None))
}
