//! `_native`: the little that modules written in Python need beside Python.

use std::{cell::RefCell, rc::Rc};

use num_bigint::{BigInt, Sign};

use crate::{Args, Class, ClassRef, Module, Native, Result, Spec, Stop, Value, Vm};

/// The module.
pub(super) static MODULE: Module = Module {
    name: "_native",
    functions: &[Native { name: "make_class", call: make_class }, Native { name: "random_bits", call: random_bits }],
    classes: &[],
    constants: &[],
};

/// A class of that name, base and members.
fn make_class(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [name, base, members] = args.bind(&Spec::positional("make_class", 3, ["name", "base", "members"]))?;
    let (Some(Value::Str(name)), Some(Value::Class(base)), Some(Value::Dict(members))) = (name, base, members) else {
        return Err(Stop::type_error("make_class() takes a name, a class and a dictionary"));
    };
    vm.allocate(256)?;
    let class = Rc::new(Class { name, bases: vec![base.clone()], order: RefCell::default(), members: RefCell::new(members.take()) });
    let mut order = vec![ClassRef::User(Rc::clone(&class))];
    match &base {
        ClassRef::User(base) => order.extend(base.order.borrow().iter().cloned()),
        ClassRef::Builtin(_) => order.push(base.clone()),
    }
    *class.order.borrow_mut() = order;
    vm.remember_class(&class);
    Ok(Value::Class(ClassRef::User(class)))
}

/// A whole number of that many random bits.
fn random_bits(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let bits = args.one("random_bits")?.as_int().and_then(|bits| usize::try_from(bits).ok());
    let bits = bits.ok_or_else(|| Stop::type_error("random_bits() takes a whole number"))?;
    let size = bits.div_ceil(8);
    vm.allocate(size.saturating_mul(2))?;
    vm.work(size / 16 + 1)?;
    let mut bytes = vec![0; size];
    vm.host().random(&mut bytes);
    let number = BigInt::from_bytes_be(Sign::Plus, &bytes) >> (size * 8 - bits);
    Ok(Value::big(number))
}
