//! `x.name`: by the tables of types, the attributes of instances, and what objects answer themselves. Nothing else is reachable.

use std::{cell::RefCell, rc::Rc};

use super::{Function, call::Target};
use crate::{
    Args, Class, ClassRef, Dict, Method, Result, Stop, Type, Value, Vm,
    class::Callee,
    exception,
    operate::class_of,
    types::{
        descriptor::{ClassMethod, Property, StaticMethod},
        object, proxy,
    },
};

impl Vm<'_> {
    /// `value.name`
    ///
    /// # Errors
    /// `AttributeError` when there is none.
    pub fn attribute(&mut self, value: &Value, name: &str) -> Result<Value> {
        match self.find_attribute(value, name)? {
            Some(found) => Ok(found),
            None => {
                let stop = no_attribute(value, name).about(name);
                if let Stop::Raise(exception) = &stop {
                    exception.attributes.borrow_mut().set_text("obj".into(), value.clone());
                }
                Err(stop)
            }
        }
    }

    /// `getattr(value, name, None)`
    pub fn find_attribute(&mut self, value: &Value, name: &str) -> Result<Option<Value>> {
        match value {
            Value::Instance(instance) => {
                let class = Rc::clone(&instance.class);
                self.instance_attribute(value, &class, &instance.attributes, name)
            }
            Value::Exception(exception) => match &exception.class {
                ClassRef::User(class) => self.instance_attribute(value, &Rc::clone(class), &exception.attributes, name),
                ClassRef::Builtin(class) => {
                    let own = exception.attributes.borrow().text(name).cloned();
                    if own.is_some() { Ok(own) } else { self.table_attribute(value, class, name) }
                }
            },
            Value::Class(class) => self.class_attribute(class, name),
            Value::Module(module) => self.module_attribute(module, name),
            Value::Function(function) => {
                let own = function.attributes.borrow().text(name).cloned();
                if own.is_some() { Ok(own) } else { self.table_attribute(value, &crate::types::function::FUNCTION, name) }
            }
            Value::Bound(bound) => {
                if let Some(found) = self.table_attribute(value, &crate::types::function::BOUND, name)? {
                    return Ok(Some(found));
                }
                match &bound.callee {
                    Callee::Value(callee) => self.deeper(|vm| vm.find_attribute(callee, name)),
                    Callee::Method(_) => Ok(None),
                }
            }
            Value::Object(object) => {
                let object = Rc::clone(object);
                let is_super = std::ptr::eq(object.class(), &proxy::SUPER);
                if !is_super && let Some(found) = self.table_attribute(value, object.class(), name)? {
                    return Ok(Some(found));
                }
                object.attribute(self, name)
            }
            other => match class_of(other) {
                ClassRef::Builtin(class) => self.table_attribute(other, class, name),
                ClassRef::User(_) => Ok(None),
            },
        }
    }

    /// An attribute that stands in the table of a built-in type.
    pub(super) fn table_attribute(&mut self, value: &Value, class: &'static Type, name: &str) -> Result<Option<Value>> {
        if let Some(method) = class.method(name) {
            return self.bound(value.clone(), Callee::Method(method)).map(Some);
        }
        if let Some(getter) = class.getter(name) {
            return (getter.get)(self, value).map(Some);
        }
        if let Some(found) = self.table_member(class, name)? {
            return Ok(Some(found));
        }
        if !name.starts_with("__") {
            return Ok(None);
        }
        match object::method(value, name) {
            Some(method) => self.bound(value.clone(), Callee::Method(method)).map(Some),
            None => object::attribute(self, value, name),
        }
    }

    /// A function or constant of a built-in class.
    fn table_member(&mut self, class: &'static Type, name: &str) -> Result<Option<Value>> {
        let mut next = Some(class);
        while let Some(table) = next {
            if let Some(function) = table.functions.iter().find(|function| function.name == name) {
                return Ok(Some(Value::Native(function)));
            }
            if let Some(constant) = table.constants.iter().find(|constant| constant.name == name) {
                return (constant.get)(self).map(Some);
            }
            next = table.base;
        }
        Ok(None)
    }

    /// An attribute of an instance of a class of the program.
    fn instance_attribute(&mut self, value: &Value, class: &Rc<Class>, own: &RefCell<Dict>, name: &str) -> Result<Option<Value>> {
        let in_class = member(class, name);
        if let Some(found) = &in_class
            && is_data(found)
        {
            return self.bind(found.clone(), Some(value), &ClassRef::User(Rc::clone(class))).map(Some);
        }
        let own = own.borrow().text(name).cloned();
        if own.is_some() {
            return Ok(own);
        }
        if let Some(found) = in_class {
            return self.bind(found, Some(value), &ClassRef::User(Rc::clone(class))).map(Some);
        }
        if let Some(found) = self.inherited(value, ClassRef::User(Rc::clone(class)).builtin(), name)? {
            return Ok(Some(found));
        }
        if member(class, "__getattr__").is_some() {
            return self.special(value, "__getattr__", vec![Value::str(name)]);
        }
        Ok(None)
    }

    /// An attribute that an instance of a class of the program has from the built-in type that it descends from.
    pub(crate) fn inherited(&mut self, value: &Value, class: &'static Type, name: &str) -> Result<Option<Value>> {
        let receiver = match value {
            Value::Instance(instance) => instance.payload.clone(),
            _ => None,
        };
        if name == "__class__" || name == "__dict__" {
            return object::attribute(self, value, name);
        }
        match receiver {
            Some(payload) if name != "__init__" => self.table_attribute(&payload, class, name),
            _ => self.table_attribute(value, class, name),
        }
    }

    /// What a member of a class is for an instance, or for the class itself.
    pub(crate) fn bind(&mut self, found: Value, instance: Option<&Value>, class: &ClassRef) -> Result<Value> {
        match (&found, instance) {
            (Value::Function(_), Some(receiver)) => self.bound(receiver.clone(), Callee::Value(found)),
            (Value::Object(object), instance) => {
                let any = object.as_any();
                if let Some(method) = any.downcast_ref::<StaticMethod>() {
                    return Ok(method.0.clone());
                }
                if let Some(method) = any.downcast_ref::<ClassMethod>() {
                    return self.bound(Value::Class(class.clone()), Callee::Value(method.0.clone()));
                }
                match (any.downcast_ref::<Property>(), instance) {
                    (Some(property), Some(receiver)) => self.read_property(property, receiver),
                    _ => Ok(found),
                }
            }
            (Value::Instance(descriptor), _) if member(&descriptor.class, "__get__").is_some() => {
                let args = vec![instance.cloned().unwrap_or(Value::None), Value::Class(class.clone())];
                self.special(&found, "__get__", args).map(|value| value.unwrap_or(Value::None))
            }
            _ => Ok(found),
        }
    }

    fn read_property(&mut self, property: &Property, receiver: &Value) -> Result<Value> {
        match &property.get {
            Value::None => Err(Stop::raise(
                &exception::ATTRIBUTE_ERROR,
                format!("property '{}' of '{}' object has no getter", property.name(), class_of(receiver).name()),
            )),
            get => self.call(&get.clone(), Args::of(vec![receiver.clone()])),
        }
    }

    /// An attribute of a class.
    fn class_attribute(&mut self, class: &ClassRef, name: &str) -> Result<Option<Value>> {
        match class {
            ClassRef::Builtin(table) => self.builtin_class_attribute(table, name),
            ClassRef::User(user) => {
                if let Some(found) = member(user, name) {
                    return self.bind(found, None, class).map(Some);
                }
                if let Some(found) = object::class_attribute(self, class, name)? {
                    return Ok(Some(found));
                }
                self.builtin_class_attribute(class.builtin(), name)
            }
        }
    }

    fn builtin_class_attribute(&mut self, table: &'static Type, name: &str) -> Result<Option<Value>> {
        if let Some(found) = self.table_member(table, name)? {
            return Ok(Some(found));
        }
        if let Some(method) = table.method(name).or_else(|| object::class_method(table, name)) {
            return self.object(proxy::Unbound { class: table, method }).map(Some);
        }
        object::class_attribute(self, &ClassRef::Builtin(table), name)
    }

    fn module_attribute(&mut self, module: &'static crate::Module, name: &str) -> Result<Option<Value>> {
        if let Some(function) = module.functions.iter().find(|function| function.name == name) {
            return Ok(Some(Value::Native(function)));
        }
        if let Some(class) = module.classes.iter().find(|class| class.name == name) {
            return Ok(Some(Value::Class(ClassRef::Builtin(class))));
        }
        if let Some(constant) = module.constants.iter().find(|constant| constant.name == name) {
            return (constant.get)(self).map(Some);
        }
        if name == "__name__" {
            return Ok(Some(Value::str(module.name)));
        }
        let full = format!("{}.{name}", module.name);
        self.find_module(&full)
    }

    /// A method in the table of a value's type: the quick way to call one.
    #[inline]
    pub(super) fn table_method(&self, value: &Value, name: Option<&str>) -> Option<&'static Method> {
        match value {
            Value::Instance(_) | Value::Exception(_) | Value::Class(_) | Value::Module(_) | Value::Function(_) => None,
            Value::Object(object) => object.class().method(name?),
            other => match class_of(other) {
                ClassRef::Builtin(class) => class.method(name?),
                ClassRef::User(_) => None,
            },
        }
    }

    /// A method that is a plain function of the class of an instance: the quick way to call one.
    #[inline]
    pub(super) fn plain_method(&self, value: &Value, name: &str) -> Option<Rc<Function>> {
        let Value::Instance(instance) = value else { return None };
        match member(&instance.class, name) {
            Some(Value::Function(function)) if instance.attributes.borrow().text(name).is_none() => Some(function),
            _ => None,
        }
    }

    /// An attribute by its place among the names of the code.
    pub(super) fn named_attribute(&mut self, frame: &super::Frame, value: &Value, name: u32) -> Result<Value> {
        let name = super::step::name_at(frame, name);
        self.attribute(value, &name)
    }

    pub(super) fn set_descriptor(&mut self, found: &Value, receiver: &Value, name: &str, item: Value) -> Result<bool> {
        if let Some(property) = found.downcast::<Property>() {
            let Value::None = &property.set else {
                let set = property.set.clone();
                self.call(&set, Args::of(vec![receiver.clone(), item]))?;
                return Ok(true);
            };
            let class = class_of(receiver);
            return Err(Stop::raise(&exception::ATTRIBUTE_ERROR, format!("property '{name}' of '{}' object has no setter", class.name())));
        }
        if let Value::Instance(descriptor) = found
            && member(&descriptor.class, "__set__").is_some()
        {
            return Ok(self.special(found, "__set__", vec![receiver.clone(), item])?.is_some());
        }
        Ok(false)
    }
}

/// A member of a class of the program or of those that it descends from, as far as they are the program's.
pub(crate) fn member(class: &Class, name: &str) -> Option<Value> {
    let order = class.order.borrow();
    order.iter().find_map(|one| match one {
        ClassRef::User(one) => one.members.borrow().text(name).cloned(),
        ClassRef::Builtin(_) => None,
    })
}

/// Whether a member goes before the attributes of the instance itself.
fn is_data(found: &Value) -> bool {
    match found {
        Value::Object(object) => object.as_any().is::<Property>(),
        Value::Instance(descriptor) => member(&descriptor.class, "__set__").is_some(),
        _ => false,
    }
}

/// The error for an attribute that is not there.
pub(super) fn no_attribute(value: &Value, name: &str) -> Stop {
    match value {
        Value::Class(class) => {
            Stop::raise(&exception::ATTRIBUTE_ERROR, format!("type object '{}' has no attribute '{name}'", class.name()))
        }
        Value::Module(module) => Stop::raise(&exception::ATTRIBUTE_ERROR, format!("module '{}' has no attribute '{name}'", module.name)),
        Value::Bound(bound) => match &bound.callee {
            Callee::Value(callee @ Value::Function(_)) => no_attribute(callee, name),
            _ => Stop::no_attribute(class_of(value).name(), name),
        },
        value => Stop::no_attribute(class_of(value).name(), name),
    }
}

impl Target {
    /// A method of a class, called on a value.
    pub(super) fn method(found: Value, receiver: &Value) -> Option<Self> {
        match found {
            Value::Function(function) => Some(Target::Function(function, Some(receiver.clone()))),
            _ => None,
        }
    }
}
