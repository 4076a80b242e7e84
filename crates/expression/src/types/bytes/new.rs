//! Making bytes.

use std::rc::Rc;

use super::{array, bytes_of};
use crate::{
    Args, Result, Spec, Stop, Value, Vm,
    operate::{class_of, plain, programmable},
};

/// `bytes(…)`
pub(super) fn bytes(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let bytes = from_arguments(vm, args, "bytes")?;
    Ok(Value::Bytes(bytes))
}

/// `bytearray(…)`
pub(super) fn bytearray(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let bytes = from_arguments(vm, args, "bytearray")?;
    vm.allocate(bytes.len())?;
    Ok(array::made(bytes.to_vec()))
}

fn from_arguments(vm: &mut Vm<'_>, args: Args, name: &'static str) -> Result<Rc<[u8]>> {
    let [source, encoding, errors] = args.bind(&Spec::new(name, 0, ["source", "encoding", "errors"]))?;
    let Some(source) = source else {
        return if encoding.is_some() || errors.is_some() {
            Err(Stop::type_error("encoding or errors without a string argument"))
        } else {
            Ok(Rc::from([]))
        };
    };
    if let Some(text) = source.as_str() {
        let encoding = encoding.as_ref().and_then(Value::as_str);
        let encoding = encoding.ok_or_else(|| Stop::type_error("string argument without an encoding"))?;
        let errors = errors.as_ref().and_then(Value::as_str).unwrap_or("strict");
        return super::super::str::encode(vm, text, encoding, errors).map(Rc::from);
    }
    if encoding.is_some() || errors.is_some() {
        return Err(Stop::type_error("encoding without a string argument"));
    }
    if let Some(count) = vm.find_index(&source)? {
        let count = count.as_int().unwrap_or(i64::MAX);
        let count = usize::try_from(count).map_err(|_| Stop::value_error("negative count"))?;
        vm.take(count, 1)?;
        return Ok(vec![0; count].into());
    }
    from_value(vm, &source).map_err(|stop| match stop {
        Stop::Raise(_) if stop.is(&crate::exception::TYPE_ERROR) && is_closed(&source) => {
            Stop::type_error(format!("cannot convert '{}' object to {name}", class_of(&source).name()))
        }
        stop => stop,
    })
}

fn is_closed(value: &Value) -> bool {
    matches!(value, Value::None | Value::Float(_) | Value::Function(_) | Value::Instance(_))
}

/// Bytes from what is like bytes, or gives numbers.
pub(crate) fn from_value(vm: &mut Vm<'_>, value: &Value) -> Result<Rc<[u8]>> {
    if let Some(bytes) = bytes_of(value) {
        vm.work(bytes.len() / 16)?;
        return Ok(bytes);
    }
    if programmable(value)
        && let Some(answer) = vm.special(value, "__bytes__", vec![])?
    {
        let class = class_of(&answer);
        return bytes_of(&answer).ok_or_else(|| Stop::type_error(format!("__bytes__ returned non-bytes (type {})", class.name())));
    }
    if matches!(plain(value), Value::Str(_) | Value::Int(_) | Value::Bool(_)) {
        return Err(Stop::type_error(format!("cannot convert '{}' object to bytes", class_of(value).name())));
    }
    let items = vm.copied_items(value)?;
    vm.allocate(items.len())?;
    let mut bytes = Vec::with_capacity(items.len());
    for item in &items {
        bytes.push(byte(vm, item, "bytes must be in range(0, 256)")?);
    }
    Ok(bytes.into())
}

/// A value as one byte.
pub(super) fn byte(vm: &mut Vm<'_>, value: &Value, words: &str) -> Result<u8> {
    match vm.find_index(value)? {
        Some(number) => number.as_int().and_then(|number| u8::try_from(number).ok()).ok_or_else(|| Stop::value_error(words)),
        None => Err(Stop::type_error(format!("'{}' object cannot be interpreted as an integer", class_of(value).name()))),
    }
}

/// `bytes.fromhex(text)`
pub(super) fn fromhex(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let bytes = unhexed(vm, args)?;
    vm.bytes(bytes)
}

/// `bytearray.fromhex(text)`
pub(super) fn array_fromhex(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    Ok(array::made(unhexed(vm, args)?))
}

fn unhexed(vm: &mut Vm<'_>, args: Args) -> Result<Vec<u8>> {
    let text = args.one("fromhex")?;
    let Some(text) = text.as_str() else {
        return Err(Stop::type_error(format!("fromhex() argument must be str, not {}", class_of(&text).name())));
    };
    vm.take(text.len(), 1)?;
    let mut bytes = Vec::with_capacity(text.len() / 2);
    let mut high = None;
    for (place, next) in text.chars().enumerate() {
        match (high, next.to_digit(16)) {
            (None, None) if next.is_ascii_whitespace() => {}
            (None, Some(digit)) => high = Some(digit),
            (Some(digit), Some(low)) => {
                bytes.push(u8::try_from(digit * 16 + low).unwrap_or_default());
                high = None;
            }
            (_, None) => return Err(not_hex(place)),
        }
    }
    if high.is_some() { Err(not_hex(text.chars().count())) } else { Ok(bytes) }
}

fn not_hex(place: usize) -> Stop {
    Stop::value_error(format!("non-hexadecimal number found in fromhex() arg at position {place}"))
}

/// `bytes.maketrans(from, to)`
pub(super) fn maketrans(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [from, to] = args.bind(&Spec::positional("maketrans", 2, ["frm", "to"]))?;
    let (from, to) = (super::argument(from.as_ref())?, super::argument(to.as_ref())?);
    if from.len() != to.len() {
        return Err(Stop::value_error("maketrans arguments must have same length"));
    }
    vm.work(from.len() / 4)?;
    let mut table: Vec<u8> = (0..=u8::MAX).collect();
    for (from, to) in from.iter().zip(&to[..]) {
        if let Some(place) = table.get_mut(usize::from(*from)) {
            *place = *to;
        }
    }
    vm.bytes(table)
}
