//! Models as classes: `User.objects`, `User.DoesNotExist`, `isinstance(x, User)`.

use std::any::Any;

use vestibule_expression::{Args, ClassRef, Object, Result, Stop, Type, Value, Vm};
use vestibule_resource::Resource;

use super::{
    access,
    errors::{DOES_NOT_EXIST, MULTIPLE},
    rows,
};

static CLASS: Type = Type::new("ModelBase");

/// A resource as a class.
struct Class(&'static Resource);

/// A resource as a class; `None` for one that expressions do not see.
pub fn class(resource: &'static Resource) -> Option<Value> {
    access::open(resource).then(|| Value::object(Class(resource)))
}

impl Object for Class {
    fn class(&self) -> &'static Type {
        &CLASS
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, _vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        Ok(match name {
            "objects" => Some(rows(self.0)),
            "DoesNotExist" => Some(Value::Class(ClassRef::Builtin(&DOES_NOT_EXIST))),
            "MultipleObjectsReturned" => Some(Value::Class(ClassRef::Builtin(&MULTIPLE))),
            "__name__" => Some(Value::from(self.0.name)),
            _ => None,
        })
    }

    fn call(&self, _vm: &mut Vm<'_>, _args: Args) -> Result<Value> {
        Err(Stop::type_error(format!("{} is made by {}.objects.create()", self.0.verbose_name, self.0.name)))
    }

    fn callable(&self) -> bool {
        true
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("<class '{}'>", self.0.name))
    }
}
