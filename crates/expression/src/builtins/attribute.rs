//! Functions about attributes: `getattr` and its siblings reach exactly what `x.name` reaches.

use crate::{Args, Dict, Native, Result, Spec, Stop, Str, Value, Vm, class::ClassRef, exception};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "getattr", call: getattr },
    Native { name: "hasattr", call: hasattr },
    Native { name: "setattr", call: setattr },
    Native { name: "delattr", call: delattr },
    Native { name: "vars", call: vars },
    Native { name: "dir", call: dir },
];

fn name_of(name: Option<Value>) -> Result<Str> {
    match name {
        Some(Value::Str(name)) => Ok(name),
        other => {
            let class = other.map_or("NoneType".into(), |other| crate::operate::class_of(&other).name().to_owned());
            Err(Stop::type_error(format!("attribute name must be string, not '{class}'")))
        }
    }
}

fn getattr(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [object, name, default] = args.bind(&Spec::positional("getattr", 2, ["object", "name", "default"]))?;
    let (object, name) = (object.unwrap_or(Value::None), name_of(name)?);
    match (vm.attribute(&object, &name), default) {
        (Err(stop), Some(default)) if stop.is(&exception::ATTRIBUTE_ERROR) => Ok(default),
        (found, _) => found,
    }
}

fn hasattr(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [object, name] = args.bind(&Spec::positional("hasattr", 2, ["object", "name"]))?;
    match vm.attribute(&object.unwrap_or(Value::None), &name_of(name)?) {
        Ok(_) => Ok(Value::Bool(true)),
        Err(stop) if stop.is(&exception::ATTRIBUTE_ERROR) => Ok(Value::Bool(false)),
        Err(stop) => Err(stop),
    }
}

fn setattr(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [object, name, value] = args.bind(&Spec::positional("setattr", 3, ["object", "name", "value"]))?;
    vm.set_attribute(&object.unwrap_or(Value::None), &name_of(name)?, value.unwrap_or(Value::None))?;
    Ok(Value::None)
}

fn delattr(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [object, name] = args.bind(&Spec::positional("delattr", 2, ["object", "name"]))?;
    vm.delete_attribute(&object.unwrap_or(Value::None), &name_of(name)?)?;
    Ok(Value::None)
}

/// `vars(x)`: a copy of the attributes of an instance.
fn vars(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let object = args.one("vars")?;
    let mut copy = Dict::new();
    let attributes = match &object {
        Value::Instance(instance) => &instance.attributes,
        Value::Exception(exception) => &exception.attributes,
        _ => return Err(Stop::type_error("vars() argument must have __dict__ attribute")),
    };
    for entry in attributes.borrow().iter() {
        copy.push(entry.hash, entry.key.clone(), entry.value.clone());
    }
    vm.dict(copy)
}

/// `dir(x)`: the names that `x.name` reaches, as far as tables and instances tell, in order.
fn dir(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let object = args.one("dir")?;
    let mut names = std::collections::BTreeSet::new();
    let class = match &object {
        Value::Class(class) => class.clone(),
        other => crate::operate::class_of(other),
    };
    if let Value::Instance(instance) = &object {
        names.extend(instance.attributes.borrow().iter().filter_map(|entry| entry.key.as_str().map(str::to_owned)));
    }
    of_class(&class, &mut names);
    vm.work(names.len())?;
    let names = names.into_iter().map(|name| vm.text(name)).collect::<Result<Vec<_>>>()?;
    vm.list(names)
}

fn of_class(class: &ClassRef, names: &mut std::collections::BTreeSet<String>) {
    match class {
        ClassRef::User(class) => {
            for one in class.order.borrow().iter() {
                match one {
                    ClassRef::User(one) => {
                        names.extend(one.members.borrow().iter().filter_map(|entry| entry.key.as_str().map(str::to_owned)))
                    }
                    ClassRef::Builtin(_) => of_class(one, names),
                }
            }
        }
        ClassRef::Builtin(class) => {
            let mut next: Option<&'static crate::Type> = Some(class);
            while let Some(table) = next {
                names.extend(table.methods.iter().map(|method| method.name.to_owned()));
                names.extend(table.getters.iter().map(|getter| getter.name.to_owned()));
                next = table.base;
            }
        }
    }
}
