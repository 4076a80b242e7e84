//! What stands between a name and a method: `super()`, and methods of built-in types without a value (`str.upper`).

use std::any::Any;

use crate::{
    Args, ClassRef, Method, Object, Result, Spec, Stop, Type, Value, Vm, exception,
    operate::{class_of, plain},
};

/// `super`
pub static SUPER: Type = Type { new: Some(new_super), ..Type::new("super") };

static UNBOUND: Type = Type::new("method_descriptor");

/// A method of a built-in type without a value: its first argument is the value.
pub(crate) struct Unbound {
    pub(crate) class: &'static Type,
    pub(crate) method: &'static Method,
}

impl Object for Unbound {
    fn class(&self) -> &'static Type {
        &UNBOUND
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn callable(&self) -> bool {
        true
    }

    fn attribute(&self, _vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        Ok(matches!(name, "__name__").then(|| Value::str(self.method.name)))
    }

    fn call(&self, vm: &mut Vm<'_>, mut args: Args) -> Result<Value> {
        if args.positional.is_empty() {
            let message = format!("unbound method {}.{}() needs an argument", self.class.name, self.method.name);
            return Err(Stop::type_error(message));
        }
        let receiver = args.positional.remove(0);
        let class = class_of(&receiver);
        if !class.descends_from(&ClassRef::Builtin(self.class)) && !class.builtin().descends_from(self.class) {
            let (method, wanted, got) = (self.method.name, self.class.name, class.name());
            return Err(Stop::type_error(format!("descriptor '{method}' for '{wanted}' objects doesn't apply to a '{got}' object")));
        }
        // Methods of `object` mean the instance; those of other types mean the value that it holds.
        let whole = super::object::method(&receiver, self.method.name).is_some_and(|method| std::ptr::eq(method, self.method));
        let receiver = if whole { receiver } else { plain(&receiver).clone() };
        (self.method.call)(vm, &receiver, args)
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("<method '{}' of '{}' objects>", self.method.name, self.class.name))
    }
}

/// `super()`: attributes of a value as they are above a class.
pub(crate) struct Super {
    /// The class to begin above.
    pub(crate) class: ClassRef,
    /// An instance, or a class.
    pub(crate) receiver: Value,
}

impl Super {
    /// The classes above, in order.
    fn above(&self) -> Vec<ClassRef> {
        let class = match &self.receiver {
            Value::Class(class) => class.clone(),
            instance => class_of(instance),
        };
        match class {
            ClassRef::User(class) => class.order.borrow().iter().skip_while(|one| **one != self.class).skip(1).cloned().collect(),
            ClassRef::Builtin(_) => Vec::new(),
        }
    }
}

impl Object for Super {
    fn class(&self) -> &'static Type {
        &SUPER
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        Ok(Some(
            self.find(vm, name)?
                .ok_or_else(|| Stop::raise(&exception::ATTRIBUTE_ERROR, format!("'super' object has no attribute '{name}'")))?,
        ))
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("<super: <class '{}'>, <{} object>>", self.class.name(), class_of(&self.receiver).name()))
    }
}

impl Super {
    fn find(&self, vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        let class = match &self.receiver {
            Value::Class(class) => class.clone(),
            instance => class_of(instance),
        };
        let instance = (!matches!(self.receiver, Value::Class(_))).then_some(&self.receiver);
        for one in self.above() {
            let found = match &one {
                ClassRef::User(one) => {
                    let member = one.members.borrow().text(name).cloned();
                    match member {
                        Some(member) => Some(vm.bind(member, instance, &class)?),
                        None => None,
                    }
                }
                ClassRef::Builtin(table) => match instance {
                    Some(instance) => vm.inherited(instance, table, name)?,
                    None => vm.find_attribute(&Value::Class(ClassRef::Builtin(table)), name)?,
                },
            };
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }
}

fn new_super(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [class, receiver] = args.bind(&Spec::positional("super", 0, ["type", "object"]))?;
    match (class, receiver) {
        (Some(Value::Class(class)), Some(receiver)) => {
            let of = match &receiver {
                Value::Class(class) => class.clone(),
                other => class_of(other),
            };
            if !of.descends_from(&class) {
                return Err(Stop::type_error("super(type, obj): obj must be an instance or subtype of type"));
            }
            vm.object(Super { class, receiver })
        }
        (None, _) => Err(Stop::raise(&exception::RUNTIME_ERROR, "super(): no arguments")),
        _ => Err(Stop::type_error("super() argument 1 must be a type")),
    }
}
