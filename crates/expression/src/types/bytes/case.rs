//! Letters among bytes: those of ASCII.

use super::{argument, made, this};
use crate::{Args, Result, Spec, Stop, Value, Vm};

fn mapped(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, mut map: impl FnMut(u8) -> u8) -> Result<Value> {
    args.none(name)?;
    let bytes = this(vm, receiver)?;
    vm.take(bytes.len(), 1)?;
    made(vm, receiver, bytes.iter().map(|byte| map(*byte)).collect())
}

pub(super) fn lower(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    mapped(vm, receiver, args, "bytes.lower", |byte| byte.to_ascii_lowercase())
}

pub(super) fn upper(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    mapped(vm, receiver, args, "bytes.upper", |byte| byte.to_ascii_uppercase())
}

pub(super) fn swapcase(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let swap = |byte: u8| if byte.is_ascii_lowercase() { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() };
    mapped(vm, receiver, args, "bytes.swapcase", swap)
}

pub(super) fn title(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let mut within = false;
    mapped(vm, receiver, args, "bytes.title", |byte| {
        let next = if within { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        within = byte.is_ascii_alphabetic();
        next
    })
}

pub(super) fn capitalize(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let mut within = false;
    mapped(vm, receiver, args, "bytes.capitalize", |byte| {
        let next = if within { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        within = true;
        next
    })
}

pub(super) fn translate(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [table, delete] = args.bind(&Spec::new("translate", 1, ["table", "delete"]).unnamed(1))?;
    let bytes = this(vm, receiver)?;
    let delete = delete.map_or_else(|| Ok([].into()), |delete| argument(Some(&delete)))?;
    let table = match table {
        Some(Value::None) | None => None,
        Some(table) => Some(argument(Some(&table))?),
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(Stop::value_error("translation table must be 256 characters long"));
    }
    vm.take(bytes.len(), 1)?;
    vm.work(bytes.len().saturating_mul(delete.len().min(256)) / 64)?;
    let map = |byte: &u8| table.as_ref().and_then(|table| table.get(usize::from(*byte))).copied().unwrap_or(*byte);
    made(vm, receiver, bytes.iter().filter(|byte| !delete.contains(byte)).map(map).collect())
}

fn all(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, kind: impl Fn(&u8) -> bool) -> Result<Value> {
    args.none(name)?;
    let bytes = this(vm, receiver)?;
    Ok(Value::Bool(!bytes.is_empty() && bytes.iter().all(kind)))
}

pub(super) fn isalnum(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    all(vm, receiver, args, "bytes.isalnum", u8::is_ascii_alphanumeric)
}

pub(super) fn isalpha(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    all(vm, receiver, args, "bytes.isalpha", u8::is_ascii_alphabetic)
}

pub(super) fn isdigit(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    all(vm, receiver, args, "bytes.isdigit", u8::is_ascii_digit)
}

pub(super) fn isspace(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    all(vm, receiver, args, "bytes.isspace", is_space)
}

pub(super) fn isascii(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("bytes.isascii")?;
    Ok(Value::Bool(this(vm, receiver)?.is_ascii()))
}

/// White space of ASCII.
pub(super) fn is_space(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
}

fn cased(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, wanted: impl Fn(&u8) -> bool) -> Result<Value> {
    args.none(name)?;
    let bytes = this(vm, receiver)?;
    let mut letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).peekable();
    Ok(Value::Bool(letters.peek().is_some() && letters.all(wanted)))
}

pub(super) fn islower(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    cased(vm, receiver, args, "bytes.islower", u8::is_ascii_lowercase)
}

pub(super) fn isupper(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    cased(vm, receiver, args, "bytes.isupper", u8::is_ascii_uppercase)
}

pub(super) fn istitle(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("bytes.istitle")?;
    let (mut any, mut within) = (false, false);
    for byte in &this(vm, receiver)?[..] {
        if (byte.is_ascii_uppercase() && within) || (byte.is_ascii_lowercase() && !within) {
            return Ok(Value::Bool(false));
        }
        within = byte.is_ascii_alphabetic();
        any |= within;
    }
    Ok(Value::Bool(any))
}
