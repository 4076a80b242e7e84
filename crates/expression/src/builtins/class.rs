//! Functions about what a value is.

use crate::{
    Args, ClassRef, Native, Result, Spec, Stop, Value, Vm,
    operate::{class_of, identity},
};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "callable", call: callable },
    Native { name: "hash", call: hash },
    Native { name: "id", call: id },
    Native { name: "isinstance", call: isinstance },
    Native { name: "issubclass", call: issubclass },
];

fn callable(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let value = args.one("callable")?;
    let callable = match &value {
        Value::Function(_) | Value::Native(_) | Value::Bound(_) | Value::Class(_) => true,
        Value::Instance(instance) => {
            vm.find_attribute(&Value::Class(ClassRef::User(std::rc::Rc::clone(&instance.class))), "__call__")?.is_some()
        }
        Value::Object(object) => object.callable(),
        _ => false,
    };
    Ok(Value::Bool(callable))
}

fn hash(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let hash = vm.hash(&args.one("hash")?)?;
    Ok(Value::Int(i64::from_ne_bytes(hash.to_ne_bytes()) >> 2))
}

/// `id(x)`: the same for the same thing. Addresses are nobody's business, so it is a hash of one.
fn id(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let value = args.one("id")?;
    Ok(Value::Int(i64::from_ne_bytes(identity(&value).to_ne_bytes()) >> 2))
}

fn isinstance(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [value, classes] = args.bind(&Spec::positional("isinstance", 2, ["obj", "class_or_tuple"]))?;
    let class = class_of(&value.unwrap_or(Value::None));
    among(vm, &class, &classes.unwrap_or(Value::None), "isinstance() arg 2 must be a type, a tuple of types, or a union").map(Value::Bool)
}

fn issubclass(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [class, classes] = args.bind(&Spec::positional("issubclass", 2, ["cls", "class_or_tuple"]))?;
    let Some(Value::Class(class)) = class else { return Err(Stop::type_error("issubclass() arg 1 must be a class")) };
    among(vm, &class, &classes.unwrap_or(Value::None), "issubclass() arg 2 must be a class, a tuple of classes, or a union")
        .map(Value::Bool)
}

/// Whether a class is one of these (a class, a tuple of them, or a union), or descends from one.
fn among(vm: &mut Vm<'_>, class: &ClassRef, classes: &Value, wrong: &str) -> Result<bool> {
    match classes {
        Value::Class(wanted) => Ok(class.descends_from(wanted)),
        Value::Tuple(classes) => {
            for one in &classes[..] {
                if vm.deeper(|vm| among(vm, class, one, wrong))? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        Value::None => Ok(class.name() == "NoneType"),
        Value::Object(object) => match object.admits(class) {
            Some(verdict) => Ok(verdict),
            None => Err(Stop::type_error(wrong)),
        },
        _ => Err(Stop::type_error(wrong)),
    }
}
