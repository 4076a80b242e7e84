//! `x.name = value`, `del x.name`

use std::{cell::RefCell, rc::Rc};

use super::attribute::{member, no_attribute};
use crate::{Class, ClassRef, Dict, Result, Stop, Value, Vm, exception, operate::class_of, types::descriptor::Property};

impl Vm<'_> {
    /// `value.name = item`
    pub fn set_attribute(&mut self, value: &Value, name: &str, item: Value) -> Result<()> {
        match value {
            Value::Instance(instance) => {
                if member(&instance.class, "__setattr__").is_some() {
                    self.special(value, "__setattr__", vec![Value::str(name), item])?;
                    return Ok(());
                }
                self.set_own(value, &instance.class, &instance.attributes, name, item)
            }
            Value::Exception(exception) => match &exception.class {
                ClassRef::User(class) => self.set_own(value, &Rc::clone(class), &exception.attributes, name, item),
                ClassRef::Builtin(_) => self.put(&exception.attributes, name, item),
            },
            Value::Function(function) => self.put(&function.attributes, name, item),
            Value::Class(ClassRef::User(class)) => self.put(&class.members, name, item),
            Value::Class(ClassRef::Builtin(class)) => {
                Err(Stop::type_error(format!("cannot set '{name}' attribute of immutable type '{}'", class.name)))
            }
            Value::Object(object) => {
                let object = Rc::clone(object);
                object.set_attribute(self, name, item)
            }
            other => Err(self.fixed(other, name)),
        }
    }

    /// Sets an attribute of an instance, as `object.__setattr__` does.
    pub(crate) fn set_plainly(&mut self, value: &Value, name: &str, item: Value) -> Result<()> {
        match value {
            Value::Instance(instance) => self.set_own(value, &Rc::clone(&instance.class), &instance.attributes, name, item),
            other => self.set_attribute(other, name, item),
        }
    }

    fn set_own(&mut self, value: &Value, class: &Rc<Class>, own: &RefCell<Dict>, name: &str, item: Value) -> Result<()> {
        if let Some(found) = member(class, name)
            && self.set_descriptor(&found, value, name, item.clone())?
        {
            return Ok(());
        }
        match name {
            "__class__" | "__dict__" => Err(Stop::type_error(format!("'{name}' cannot be set here"))),
            "args" if matches!(value, Value::Exception(_)) => self.set_args(value, &item),
            _ => self.put(own, name, item),
        }
    }

    fn set_args(&mut self, value: &Value, item: &Value) -> Result<()> {
        let items = self.items(item)?;
        if let Value::Exception(exception) = value {
            *exception.args.borrow_mut() = items;
        }
        Ok(())
    }

    fn put(&mut self, attributes: &RefCell<Dict>, name: &str, item: Value) -> Result<()> {
        self.allocate(72)?;
        attributes.borrow_mut().set_text(name.into(), item);
        Ok(())
    }

    /// The error for what has fixed attributes.
    fn fixed(&mut self, value: &Value, name: &str) -> Stop {
        let class = class_of(value);
        let known = matches!(&class, ClassRef::Builtin(class) if class.method(name).is_some() || class.getter(name).is_some());
        match known {
            true => {
                let message = format!("'{}' object attribute '{name}' is read-only", class.name());
                Stop::raise(&exception::ATTRIBUTE_ERROR, message)
            }
            false => no_attribute(value, name),
        }
    }

    /// `del value.name`
    pub fn delete_attribute(&mut self, value: &Value, name: &str) -> Result<()> {
        match value {
            Value::Instance(instance) => {
                if member(&instance.class, "__delattr__").is_some() {
                    self.special(value, "__delattr__", vec![Value::str(name)])?;
                    return Ok(());
                }
                self.delete_plainly(value, name)
            }
            Value::Class(ClassRef::User(class)) => {
                let gone = class.members.borrow_mut().remove_text(name);
                gone.map(drop).ok_or_else(|| no_attribute(value, name))
            }
            Value::Function(function) => {
                let gone = function.attributes.borrow_mut().remove_text(name);
                gone.map(drop).ok_or_else(|| no_attribute(value, name))
            }
            Value::Exception(exception) => {
                let gone = exception.attributes.borrow_mut().remove_text(name);
                gone.map(drop).ok_or_else(|| no_attribute(value, name))
            }
            other => Err(self.fixed(other, name)),
        }
    }

    /// Deletes an attribute of an instance, as `object.__delattr__` does.
    pub(crate) fn delete_plainly(&mut self, value: &Value, name: &str) -> Result<()> {
        let Value::Instance(instance) = value else { return self.delete_attribute(value, name) };
        if let Some(found) = member(&instance.class, name) {
            if let Some(property) = found.downcast::<Property>() {
                let delete = property.delete.clone();
                if delete.is_none() {
                    let message = format!("property '{name}' of '{}' object has no deleter", instance.class.name);
                    return Err(Stop::raise(&exception::ATTRIBUTE_ERROR, message));
                }
                return self.call(&delete, crate::Args::of(vec![value.clone()])).map(drop);
            }
            if let Value::Instance(descriptor) = &found
                && member(&descriptor.class, "__delete__").is_some()
            {
                return self.special(&found, "__delete__", vec![value.clone()]).map(drop);
            }
        }
        let gone = instance.attributes.borrow_mut().remove_text(name);
        gone.map(drop).ok_or_else(|| Stop::no_attribute(&instance.class.name, name))
    }
}
