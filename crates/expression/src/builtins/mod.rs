//! The names that every program knows: functions, and the built-in types as classes.

mod attribute;
mod choose;
mod class;
mod number;
mod print;
mod sequence;
pub(crate) mod sort;

use crate::{ClassRef, Native, Type, Value, exception, types};

/// Functions, file by file.
static FUNCTIONS: &[&[Native]] =
    &[attribute::FUNCTIONS, choose::FUNCTIONS, class::FUNCTIONS, number::FUNCTIONS, print::FUNCTIONS, sequence::FUNCTIONS, sort::FUNCTIONS];

/// Types.
static CLASSES: &[&Type] = &[
    &types::OBJECT,
    &types::TYPE,
    &types::SLICE,
    &types::bytes::BYTEARRAY,
    &types::bytes::BYTES,
    &types::descriptor::CLASS_METHOD,
    &types::descriptor::PROPERTY,
    &types::descriptor::STATIC_METHOD,
    &types::dict::DICT,
    &types::float::FLOAT,
    &types::int::BOOL,
    &types::int::INT,
    &types::iterator::ENUMERATE,
    &types::iterator::FILTER,
    &types::iterator::MAP,
    &types::iterator::REVERSED,
    &types::iterator::ZIP,
    &types::list::LIST,
    &types::proxy::SUPER,
    &types::range::RANGE,
    &types::set::FROZENSET,
    &types::set::SET,
    &types::str::STR,
    &types::tuple::TUPLE,
];

/// What a name means, if it is a built-in one.
pub(crate) fn find(name: &str) -> Option<Value> {
    match name {
        "Ellipsis" => return Some(Value::Ellipsis),
        "NotImplemented" => return Some(Value::NotImplemented),
        "EnvironmentError" | "IOError" => return Some(Value::Class(ClassRef::Builtin(&exception::OS_ERROR))),
        _ => {}
    }
    let function = FUNCTIONS.iter().flat_map(|file| file.iter()).find(|native| native.name == name).map(Value::Native);
    let class = || CLASSES.iter().chain(exception::ALL).find(|class| class.name == name);
    function.or_else(|| class().map(|class| Value::Class(ClassRef::Builtin(class))))
}

/// Whether every program knows a name.
pub fn is_known(name: &str) -> bool {
    find(name).is_some()
}
