//! What a value does: operators, comparison, hashing, truth, items, texts.
//!
//! Everything here that may run the program is a method of [`Vm`]; what cannot is a plain function.

mod binary;
pub(crate) mod bytes;
mod compare;
mod contain;
mod equal;
mod float;
mod hash;
mod integer;
mod item;
mod len;
mod list_item;
mod names;
pub(crate) mod number;
mod round;
mod sequence;
mod sets;
pub(crate) mod slice;
mod table;
pub(crate) mod text;
mod truth;
mod unary;

pub use binary::BinaryOp;
pub(crate) use binary::{plain, programmable};
pub use compare::CompareOp;
pub(crate) use equal::quick_equal;
pub(crate) use hash::{identity, place, quick_hash, text_hash};
pub(crate) use round::{round, whole};

use crate::{ClassRef, Value, types};

/// What an argument of the wrong kind is called in messages.
pub(crate) fn kind_of(value: &Value) -> String {
    if value.is_none() { "None".to_owned() } else { class_of(value).name().to_owned() }
}

/// The name of a value's class in messages about operators: types of compiled modules are named with their module.
pub(crate) fn type_name(value: &Value) -> String {
    const COMPILED: [&str; 8] = ["datetime", "re", "itertools", "collections", "functools", "zoneinfo", "types", "time"];
    match class_of(value) {
        ClassRef::Builtin(class) if COMPILED.contains(&class.module) => format!("{}.{}", class.module, class.name),
        class => class.name().to_owned(),
    }
}

/// The class of a value.
pub fn class_of(value: &Value) -> ClassRef {
    ClassRef::Builtin(match value {
        Value::Instance(instance) => return ClassRef::User(std::rc::Rc::clone(&instance.class)),
        Value::Exception(exception) => return exception.class.clone(),
        Value::Object(object) => object.class(),
        Value::Iter(iter) => iter.class,
        Value::Set(set) if set.frozen => &types::set::FROZENSET,
        Value::Set(_) => &types::set::SET,
        Value::None => &types::NONE,
        Value::Ellipsis => &types::ELLIPSIS,
        Value::NotImplemented => &types::NOT_IMPLEMENTED,
        Value::Bool(_) => &types::int::BOOL,
        Value::Int(_) | Value::Big(_) => &types::int::INT,
        Value::Float(_) => &types::float::FLOAT,
        Value::Str(_) => &types::str::STR,
        Value::Bytes(_) => &types::bytes::BYTES,
        Value::Tuple(_) => &types::tuple::TUPLE,
        Value::List(_) => &types::list::LIST,
        Value::Dict(_) => &types::dict::DICT,
        Value::Range(_) => &types::range::RANGE,
        Value::Slice(_) => &types::SLICE,
        Value::Function(_) => &types::function::FUNCTION,
        Value::Native(_) => &types::function::NATIVE,
        Value::Bound(_) => &types::function::BOUND,
        Value::Class(_) => &types::TYPE,
        Value::Generator(_) => &types::generator::GENERATOR,
        Value::Module(_) => &types::MODULE,
        Value::Cell(_) => &types::CELL,
    })
}
