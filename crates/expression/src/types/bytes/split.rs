//! Taking bytes apart, and putting them together.

use std::rc::Rc;

use super::{argument, bytes_of, case::is_space, made, search::places, this};
use crate::{
    Args, Result, Spec, Stop, Value, Vm,
    operate::{bytes::find_last, class_of, plain},
};

/// A list of parts, given by where they begin and end.
fn list(vm: &mut Vm<'_>, receiver: &Value, bytes: &[u8], parts: &[(usize, usize)]) -> Result<Value> {
    let mut items = Vec::with_capacity(parts.len());
    for (start, end) in parts {
        vm.work(1)?;
        items.push(made(vm, receiver, bytes.get(*start..*end).unwrap_or_default().to_vec())?);
    }
    vm.list(items)
}

/// Separator (`None` for white space) and how often to split.
fn arguments(vm: &mut Vm<'_>, args: Args, name: &'static str) -> Result<(Option<Rc<[u8]>>, usize)> {
    let [separator, most] = args.bind(&Spec::new(name, 0, ["sep", "maxsplit"]))?;
    let separator = match separator.as_ref().map(plain) {
        None | Some(Value::None) => None,
        Some(separator) => Some(argument(Some(separator))?),
    };
    if separator.as_ref().is_some_and(|separator| separator.is_empty()) {
        return Err(Stop::value_error("empty separator"));
    }
    let most = most.map_or(Ok(-1), |most| vm.index(&most))?;
    Ok((separator, usize::try_from(most).unwrap_or(usize::MAX)))
}

/// The parts between separators.
fn between(count: usize, width: usize, separators: &[usize]) -> Vec<(usize, usize)> {
    let mut from = 0;
    let mut parts: Vec<(usize, usize)> = Vec::with_capacity(separators.len() + 1);
    for place in separators {
        parts.push((from, *place));
        from = place + width;
    }
    parts.push((from, count));
    parts
}

/// The words between white space.
fn words(bytes: &[u8]) -> Vec<(usize, usize)> {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    let mut open = None;
    for (place, byte) in bytes.iter().enumerate() {
        match (is_space(byte), open) {
            (false, None) => open = Some(place),
            (true, Some(start)) => {
                parts.push((start, place));
                open = None;
            }
            _ => {}
        }
    }
    parts.extend(open.map(|start| (start, bytes.len())));
    parts
}

pub(super) fn split(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let (separator, most) = arguments(vm, args, "split")?;
    let bytes = this(vm, receiver)?;
    vm.take(bytes.len(), 16)?;
    let parts = match separator {
        Some(separator) => {
            vm.work(bytes.len().saturating_mul(separator.len()) / 256)?;
            let found: Vec<usize> = places(&bytes, &separator).take(most).collect();
            between(bytes.len(), separator.len(), &found)
        }
        None => {
            let mut parts = words(&bytes);
            if parts.len() > most {
                let end = bytes.len();
                parts.truncate(most + 1);
                if let Some(last) = parts.last_mut() {
                    last.1 = end;
                }
            }
            parts
        }
    };
    list(vm, receiver, &bytes, &parts)
}

pub(super) fn rsplit(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let (separator, most) = arguments(vm, args, "rsplit")?;
    let bytes = this(vm, receiver)?;
    vm.take(bytes.len(), 16)?;
    let parts = match separator {
        Some(separator) => {
            vm.work(bytes.len().saturating_mul(separator.len()) / 256)?;
            let (mut found, mut rest) = (Vec::new(), &bytes[..]);
            while found.len() < most
                && let Some(place) = find_last(rest, &separator)
            {
                found.push(place);
                rest = rest.get(..place).unwrap_or_default();
            }
            found.reverse();
            between(bytes.len(), separator.len(), &found)
        }
        None => {
            let mut parts = words(&bytes);
            if parts.len() > most {
                parts.drain(..parts.len() - most - 1);
                if let Some(first) = parts.first_mut() {
                    first.0 = 0;
                }
            }
            parts
        }
    };
    list(vm, receiver, &bytes, &parts)
}

pub(super) fn splitlines(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [keep] = args.bind(&Spec::new("splitlines", 0, ["keepends"]))?;
    let keep = keep.map_or(Ok(false), |keep| vm.truth(&keep))?;
    let bytes = this(vm, receiver)?;
    vm.take(bytes.len(), 16)?;
    let (mut parts, mut from, mut place): (Vec<(usize, usize)>, usize, usize) = (Vec::new(), 0, 0);
    while let Some(byte) = bytes.get(place) {
        place += 1;
        if matches!(byte, b'\n' | b'\r') {
            let end = place - 1;
            if *byte == b'\r' && bytes.get(place) == Some(&b'\n') {
                place += 1;
            }
            parts.push((from, if keep { place } else { end }));
            from = place;
        }
    }
    if from < bytes.len() {
        parts.push((from, bytes.len()));
    }
    list(vm, receiver, &bytes, &parts)
}

pub(super) fn partition(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    parted(vm, receiver, args, "partition", false)
}

pub(super) fn rpartition(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    parted(vm, receiver, args, "rpartition", true)
}

fn parted(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, from_end: bool) -> Result<Value> {
    let separator = argument(Some(&args.one(name)?))?;
    if separator.is_empty() {
        return Err(Stop::value_error("empty separator"));
    }
    let bytes = this(vm, receiver)?;
    vm.work(bytes.len().saturating_mul(separator.len()) / 256)?;
    let found = if from_end { find_last(&bytes, &separator) } else { places(&bytes, &separator).next() };
    let count = bytes.len();
    let cuts = match found {
        Some(place) => [(0, place), (place, place + separator.len()), (place + separator.len(), count)],
        None if from_end => [(0, 0), (0, 0), (0, count)],
        None => [(0, count), (count, count), (count, count)],
    };
    let mut parts = Vec::with_capacity(3);
    for (start, end) in cuts {
        parts.push(made(vm, receiver, bytes.get(start..end).unwrap_or_default().to_vec())?);
    }
    vm.tuple(parts)
}

fn stripped(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, start: bool, end: bool) -> Result<Value> {
    let [unwanted] = args.bind(&Spec::positional(name, 0, ["bytes"]))?;
    let unwanted = match unwanted.as_ref().map(plain) {
        None | Some(Value::None) => Rc::from(*b" \t\n\r\x0b\x0c"),
        Some(value) => argument(Some(value))?,
    };
    let bytes = this(vm, receiver)?;
    vm.work(bytes.len().saturating_mul(unwanted.len().min(256)) / 64)?;
    let mut part = &bytes[..];
    while start && let Some((first, rest)) = part.split_first().filter(|(first, _)| unwanted.contains(first)) {
        (_, part) = (first, rest);
    }
    while end && let Some((last, rest)) = part.split_last().filter(|(last, _)| unwanted.contains(last)) {
        (_, part) = (last, rest);
    }
    made(vm, receiver, part.to_vec())
}

pub(super) fn strip(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    stripped(vm, receiver, args, "strip", true, true)
}

pub(super) fn lstrip(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    stripped(vm, receiver, args, "lstrip", true, false)
}

pub(super) fn rstrip(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    stripped(vm, receiver, args, "rstrip", false, true)
}

pub(super) fn removeprefix(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let part = argument(Some(&args.one("removeprefix")?))?;
    let bytes = this(vm, receiver)?;
    made(vm, receiver, bytes.strip_prefix(&part[..]).unwrap_or(&bytes).to_vec())
}

pub(super) fn removesuffix(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let part = argument(Some(&args.one("removesuffix")?))?;
    let bytes = this(vm, receiver)?;
    made(vm, receiver, bytes.strip_suffix(&part[..]).unwrap_or(&bytes).to_vec())
}

pub(super) fn join(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let items = vm.copied_items(&args.one("join")?)?;
    let separator = this(vm, receiver)?;
    let mut out = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let Some(bytes) = bytes_of(item) else {
            let class = class_of(item);
            return Err(Stop::type_error(format!("sequence item {place}: expected a bytes-like object, {} found", class.name())));
        };
        vm.take(bytes.len().saturating_add(separator.len()), 1)?;
        if place > 0 {
            out.extend_from_slice(&separator);
        }
        out.extend_from_slice(&bytes);
    }
    made(vm, receiver, out)
}
