//! Finding texts in texts.

use super::{text_argument, through};
use crate::{
    Args, Result, Spec, Stop, Value, Vm,
    operate::{class_of, plain, text},
};

/// The part of a text that is looked at.
struct Window<'a> {
    text: &'a str,
    /// Place of its first character in the whole text.
    place: usize,
}

/// From one character to another, as slices count; `None` when it begins behind the end.
fn window<'a>(vm: &mut Vm<'_>, whole: &'a str, start: Option<Value>, end: Option<Value>) -> Result<Option<Window<'a>>> {
    if start.is_none() && end.is_none() {
        return Ok(Some(Window { text: whole, place: 0 }));
    }
    let length = if whole.is_ascii() { whole.len() } else { text::length(whole) };
    let most = i64::try_from(length).unwrap_or(i64::MAX);
    let mut bound = |value: Option<Value>, missing: i64| -> Result<i64> {
        let place = match value {
            None | Some(Value::None) => missing,
            Some(value) => match vm.find_index(&value)? {
                Some(_) => vm.clamped(&value)?,
                None => return Err(Stop::type_error("slice indices must be integers or None or have an __index__ method")),
            },
        };
        Ok(if place < 0 { place.saturating_add(most).max(0) } else { place })
    };
    let (start, end) = (bound(start, 0)?, bound(end, most)?.min(most));
    if start > end || start > most {
        return Ok(None);
    }
    let (start, end) = (usize::try_from(start).unwrap_or(0), usize::try_from(end).unwrap_or(0));
    let (from, to) = (text::offset(whole, start), text::offset(whole, end));
    Ok(Some(Window { text: text::between(whole, from, to), place: start }))
}

/// Where a text is found, in characters.
fn position(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, last: bool) -> Result<Option<usize>> {
    let [part, start, end] = args.bind(&Spec::positional(name, 1, ["sub", "start", "end"]))?;
    let part = text_argument(part)?;
    let whole = through(vm, receiver)?;
    vm.work(part.len() / 16)?;
    let Some(window) = window(vm, whole, start, end)? else { return Ok(None) };
    let found = if last { window.text.rfind(&*part) } else { window.text.find(&*part) };
    Ok(found.map(|offset| window.place + text::length(text::between(window.text, 0, offset))))
}

pub(super) fn find(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    Ok(position(vm, receiver, args, "find", false)?.map_or(Value::Int(-1), Value::from))
}

pub(super) fn rfind(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    Ok(position(vm, receiver, args, "rfind", true)?.map_or(Value::Int(-1), Value::from))
}

pub(super) fn index(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    position(vm, receiver, args, "index", false)?.map(Value::from).ok_or_else(|| Stop::value_error("substring not found"))
}

pub(super) fn rindex(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    position(vm, receiver, args, "rindex", true)?.map(Value::from).ok_or_else(|| Stop::value_error("substring not found"))
}

pub(super) fn count(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [part, start, end] = args.bind(&Spec::positional("count", 1, ["sub", "start", "end"]))?;
    let part = text_argument(part)?;
    let whole = through(vm, receiver)?;
    let Some(window) = window(vm, whole, start, end)? else { return Ok(Value::Int(0)) };
    Ok(Value::from(window.text.matches(&*part).count()))
}

pub(super) fn startswith(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    ends(vm, receiver, args, "startswith", |text, part| text.starts_with(part))
}

pub(super) fn endswith(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    ends(vm, receiver, args, "endswith", |text, part| text.ends_with(part))
}

fn ends(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, test: impl Fn(&str, &str) -> bool) -> Result<Value> {
    let [part, start, end] = args.bind(&Spec::positional(name, 1, ["prefix", "start", "end"]))?;
    let part = part.unwrap_or(Value::None);
    let whole = super::this(receiver)?;
    if start.is_some() || end.is_some() {
        vm.work(whole.len() / 16)?;
    }
    let window = window(vm, whole, start, end)?;
    let mut holds = |part: &str| -> Result<bool> {
        vm.work(1 + part.len() / 16)?;
        Ok(window.as_ref().is_some_and(|window| test(window.text, part)))
    };
    match plain(&part) {
        Value::Str(part) => holds(part).map(Value::Bool),
        Value::Tuple(parts) => {
            for part in &parts[..] {
                let Some(part) = part.as_str() else {
                    let class = class_of(part);
                    return Err(Stop::type_error(format!("tuple for {name} must only contain str, not {}", class.name())));
                };
                if holds(part)? {
                    return Ok(Value::Bool(true));
                }
            }
            Ok(Value::Bool(false))
        }
        other => {
            let class = class_of(other);
            Err(Stop::type_error(format!("{name} first arg must be str or a tuple of str, not {}", class.name())))
        }
    }
}
