//! What several modules need to read their arguments.

use std::rc::Rc;

use crate::{Args, Result, Stop, Str, Value, Vm, operate::class_of};

pub(crate) use crate::types::bytes::bytes_of;

/// Bytes, or the usual error.
pub(crate) fn want_bytes(value: &Value) -> Result<Rc<[u8]>> {
    bytes_of(value).ok_or_else(|| Stop::type_error(format!("a bytes-like object is required, not '{}'", class_of(value).name())))
}

/// Text that may be kept.
pub(crate) fn text_of(value: &Value) -> Option<Str> {
    match value {
        Value::Str(text) => Some(Str::clone(text)),
        other => other.as_str().map(Str::from),
    }
}

/// The text of an argument, or the usual error.
pub(crate) fn want_text(function: &str, argument: &str, value: &Value) -> Result<Str> {
    let class = class_of(value);
    text_of(value).ok_or_else(|| Stop::type_error(format!("{function}() argument {argument} must be str, not {}", class.name())))
}

/// A whole number that fits 64 bits, or the usual error.
pub(crate) fn want_int(value: &Value) -> Result<i64> {
    value.as_int().ok_or_else(|| match value {
        Value::Big(_) => Stop::raise(&crate::exception::OVERFLOW_ERROR, "Python int too large to convert to C int"),
        _ => Stop::type_error(format!("'{}' object cannot be interpreted as an integer", class_of(value).name())),
    })
}

/// A whole number of an argument that may be left out.
pub(crate) fn int_or(value: Option<Value>, otherwise: i64) -> Result<i64> {
    value.map_or(Ok(otherwise), |value| want_int(&value))
}

/// The value that a method of a type of ours is called on.
pub(crate) fn this<'v, T: 'static>(value: &'v Value, class: &str) -> Result<&'v T> {
    value
        .downcast::<T>()
        .ok_or_else(|| Stop::type_error(format!("descriptor requires a '{class}' object but received a '{}'", class_of(value).name())))
}

/// A built-in function.
pub(crate) fn builtin(vm: &mut Vm<'_>, name: &str, args: Vec<Value>) -> Result<Value> {
    match crate::builtins::find(name) {
        Some(function) => vm.call(&function, Args::of(args)),
        None => Err(Stop::raise(&crate::exception::NAME_ERROR, format!("name '{name}' is not defined"))),
    }
}

/// `callable(value)`
pub(crate) fn callable(vm: &mut Vm<'_>, value: &Value) -> Result<bool> {
    let answer = builtin(vm, "callable", vec![value.clone()])?;
    vm.truth(&answer)
}
