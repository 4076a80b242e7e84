//! What a text consists of.

use super::{by_character, character};
use crate::{Args, Result, Value, Vm, format::quote::printable};

/// Whether all characters are of a kind. An empty text is of none.
fn all(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, kind: impl Fn(char) -> bool) -> Result<Value> {
    args.none(name)?;
    let text = by_character(vm, receiver)?;
    Ok(Value::Bool(!text.is_empty() && text.chars().all(kind)))
}

pub(super) fn isalpha(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    all(vm, receiver, args, "str.isalpha", character::is_alpha)
}

pub(super) fn isalnum(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    all(vm, receiver, args, "str.isalnum", |next| character::is_alpha(next) || character::is_numeric(next))
}

pub(super) fn isdecimal(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    all(vm, receiver, args, "str.isdecimal", character::is_decimal)
}

pub(super) fn isdigit(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    all(vm, receiver, args, "str.isdigit", character::is_digit)
}

pub(super) fn isnumeric(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    all(vm, receiver, args, "str.isnumeric", character::is_numeric)
}

pub(super) fn isspace(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    all(vm, receiver, args, "str.isspace", character::is_space)
}

pub(super) fn isascii(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("str.isascii")?;
    Ok(Value::Bool(by_character(vm, receiver)?.is_ascii()))
}

pub(super) fn isprintable(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("str.isprintable")?;
    Ok(Value::Bool(by_character(vm, receiver)?.chars().all(printable)))
}

pub(super) fn isidentifier(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("str.isidentifier")?;
    let mut rest = by_character(vm, receiver)?.chars();
    Ok(Value::Bool(rest.next().is_some_and(character::starts_name) && rest.all(character::continues_name)))
}

/// Whether all characters that have a case have this one, and there are any.
fn cased(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, wanted: impl Fn(char) -> bool) -> Result<Value> {
    args.none(name)?;
    let mut any = false;
    for next in by_character(vm, receiver)?.chars().filter(|next| character::is_cased(*next)) {
        if !wanted(next) {
            return Ok(Value::Bool(false));
        }
        any = true;
    }
    Ok(Value::Bool(any))
}

pub(super) fn isupper(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    cased(vm, receiver, args, "str.isupper", char::is_uppercase)
}

pub(super) fn islower(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    cased(vm, receiver, args, "str.islower", char::is_lowercase)
}

pub(super) fn istitle(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("str.istitle")?;
    let (mut any, mut within) = (false, false);
    for next in by_character(vm, receiver)?.chars() {
        let capital = next.is_uppercase() || character::is_title(next);
        if (capital && within) || (next.is_lowercase() && !within) {
            return Ok(Value::Bool(false));
        }
        within = character::is_cased(next);
        any |= within;
    }
    Ok(Value::Bool(any))
}
