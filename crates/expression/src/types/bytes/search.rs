//! Finding bytes in bytes.

use std::rc::Rc;

use super::{argument, bytes_of, made, this};
use crate::{
    Args, Result, Spec, Stop, Value, Vm,
    operate::{
        bytes::{find as first, find_last as last},
        class_of, plain,
    },
};

/// What is looked for: bytes, or one byte by its number.
fn wanted(vm: &mut Vm<'_>, value: Option<Value>) -> Result<Rc<[u8]>> {
    let value = value.unwrap_or(Value::None);
    if let Some(bytes) = bytes_of(&value) {
        return Ok(bytes);
    }
    match vm.find_index(&value)? {
        Some(_) => Ok([super::new::byte(vm, &value, "byte must be in range(0, 256)")?].into()),
        None => {
            let class = class_of(&value);
            Err(Stop::type_error(format!("argument should be integer or bytes-like object, not '{}'", class.name())))
        }
    }
}

/// The part of the bytes that is looked at, and where it begins; `None` when it begins behind the end.
fn window<'a>(vm: &mut Vm<'_>, whole: &'a [u8], start: Option<Value>, end: Option<Value>) -> Result<Option<(&'a [u8], usize)>> {
    let most = i64::try_from(whole.len()).unwrap_or(i64::MAX);
    let mut bound = |value: Option<Value>, missing: i64| -> Result<i64> {
        let place = match value {
            None | Some(Value::None) => missing,
            Some(value) => vm.clamped(&value)?,
        };
        Ok(if place < 0 { place.saturating_add(most).max(0) } else { place })
    };
    let (start, end) = (bound(start, 0)?, bound(end, most)?.min(most));
    let (from, to) = (usize::try_from(start).unwrap_or(0), usize::try_from(end).unwrap_or(0));
    Ok(if start > most { None } else { whole.get(from..to).map(|part| (part, from)) })
}

/// Pays for a search of so many bytes among so many.
fn pay(vm: &mut Vm<'_>, whole: usize, part: usize) -> Result<()> {
    vm.work(whole / 16 + whole.saturating_mul(part) / 256)
}

fn position(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, from_end: bool) -> Result<Option<usize>> {
    let [part, start, end] = args.bind(&Spec::positional(name, 1, ["sub", "start", "end"]))?;
    let part = wanted(vm, part)?;
    let whole = this(vm, receiver)?;
    pay(vm, whole.len(), part.len())?;
    let Some((bytes, place)) = window(vm, &whole, start, end)? else { return Ok(None) };
    let found = if from_end { last(bytes, &part) } else { first(bytes, &part) };
    Ok(found.map(|found| found + place))
}

pub(super) fn find(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    Ok(position(vm, receiver, args, "find", false)?.map_or(Value::Int(-1), Value::from))
}

pub(super) fn rfind(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    Ok(position(vm, receiver, args, "rfind", true)?.map_or(Value::Int(-1), Value::from))
}

pub(super) fn index(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    position(vm, receiver, args, "index", false)?.map(Value::from).ok_or_else(|| Stop::value_error("subsection not found"))
}

pub(super) fn rindex(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    position(vm, receiver, args, "rindex", true)?.map(Value::from).ok_or_else(|| Stop::value_error("subsection not found"))
}

/// The places where a part is found, none of which overlap.
pub(super) fn places<'a>(bytes: &'a [u8], part: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = bytes.get(from..)?;
        let found = from + first(rest, part)?;
        from = found + part.len().max(1);
        Some(found)
    })
}

pub(super) fn count(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [part, start, end] = args.bind(&Spec::positional("count", 1, ["sub", "start", "end"]))?;
    let part = wanted(vm, part)?;
    let whole = this(vm, receiver)?;
    pay(vm, whole.len(), part.len())?;
    let window = window(vm, &whole, start, end)?;
    Ok(Value::from(window.map_or(0, |(bytes, _)| places(bytes, &part).count())))
}

pub(super) fn startswith(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    ends(vm, receiver, args, "startswith", |bytes, part| bytes.starts_with(part))
}

pub(super) fn endswith(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    ends(vm, receiver, args, "endswith", |bytes, part| bytes.ends_with(part))
}

fn ends(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, test: fn(&[u8], &[u8]) -> bool) -> Result<Value> {
    let [part, start, end] = args.bind(&Spec::positional(name, 1, ["prefix", "start", "end"]))?;
    let part = part.unwrap_or(Value::None);
    let whole = this(vm, receiver)?;
    let window = window(vm, &whole, start, end)?.map(|(bytes, _)| bytes);
    if let Value::Tuple(parts) = plain(&part) {
        for part in &parts[..] {
            vm.work(1)?;
            let part = argument(Some(part))?;
            if window.is_some_and(|bytes| test(bytes, &part)) {
                return Ok(Value::Bool(true));
            }
        }
        return Ok(Value::Bool(false));
    }
    let Some(wanted) = bytes_of(&part) else {
        let class = class_of(&part);
        return Err(Stop::type_error(format!("{name} first arg must be bytes or a tuple of bytes, not {}", class.name())));
    };
    Ok(Value::Bool(window.is_some_and(|bytes| test(bytes, &wanted))))
}

pub(super) fn replace(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [old, new, count] = args.bind(&Spec::positional("replace", 2, ["old", "new", "count"]))?;
    let (old, new) = (argument(old.as_ref())?, argument(new.as_ref())?);
    let most = count.map_or(Ok(-1), |count| vm.index(&count))?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let whole = this(vm, receiver)?;
    pay(vm, whole.len(), old.len())?;
    let found = places(&whole, &old).take(most).count();
    vm.take(whole.len().saturating_add(found.saturating_mul(new.len())), 1)?;
    let (mut out, mut from) = (Vec::new(), 0);
    for place in places(&whole, &old).take(most) {
        out.extend_from_slice(whole.get(from..place).unwrap_or_default());
        out.extend_from_slice(&new);
        from = place + old.len();
    }
    out.extend_from_slice(whole.get(from..).unwrap_or_default());
    made(vm, receiver, out)
}
