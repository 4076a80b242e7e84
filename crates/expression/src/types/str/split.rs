//! Taking texts apart.

use super::{character::is_space, text_argument, this, through};
use crate::{
    Args, Result, Spec, Stop, Str, Value, Vm,
    operate::{class_of, plain, text},
};

/// Separator (`None` for white space) and how often to split.
fn arguments(vm: &mut Vm<'_>, args: Args, name: &'static str) -> Result<(Option<Str>, usize)> {
    let [separator, most] = args.bind(&Spec::new(name, 0, ["sep", "maxsplit"]))?;
    let separator = match separator.as_ref().map(plain) {
        None | Some(Value::None) => None,
        Some(Value::Str(separator)) if separator.is_empty() => return Err(Stop::value_error("empty separator")),
        Some(Value::Str(separator)) => Some(Str::clone(separator)),
        Some(other) => return Err(Stop::type_error(format!("must be str or None, not {}", class_of(other).name()))),
    };
    let most = match most {
        None => usize::MAX,
        Some(most) => usize::try_from(vm.index(&most)?).unwrap_or(usize::MAX),
    };
    Ok((separator, most))
}

/// A list of parts.
fn list<'a>(vm: &mut Vm<'_>, parts: impl Iterator<Item = &'a str>) -> Result<Value> {
    let mut items = Vec::new();
    for part in parts {
        vm.work(2)?;
        vm.allocate(part.len() + 40)?;
        items.push(Value::str(part));
    }
    vm.list(items)
}

pub(super) fn split(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let (separator, most) = arguments(vm, args, "split")?;
    let text = through(vm, receiver)?;
    match separator {
        Some(separator) => list(vm, text.splitn(most.saturating_add(1), &*separator)),
        None => {
            let mut rest = text.trim_start_matches(is_space);
            let mut splits = 0;
            let parts = std::iter::from_fn(|| {
                if rest.is_empty() {
                    return None;
                }
                let end = if splits == most { rest.len() } else { rest.find(is_space).unwrap_or(rest.len()) };
                let (part, behind) = rest.split_at_checked(end)?;
                rest = behind.trim_start_matches(is_space);
                splits += 1;
                Some(part)
            });
            list(vm, parts)
        }
    }
}

pub(super) fn rsplit(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let (separator, most) = arguments(vm, args, "rsplit")?;
    let text = through(vm, receiver)?;
    let made = match separator {
        Some(separator) => list(vm, text.rsplitn(most.saturating_add(1), &*separator))?,
        None => {
            let mut rest = text.trim_end_matches(is_space);
            let mut splits = 0;
            let parts = std::iter::from_fn(|| {
                if rest.is_empty() {
                    return None;
                }
                let found = rest.char_indices().rev().find(|(_, next)| is_space(*next)).map_or(0, |(place, next)| place + next.len_utf8());
                let start = if splits == most { 0 } else { found };
                let (before, part) = rest.split_at_checked(start)?;
                rest = before.trim_end_matches(is_space);
                splits += 1;
                Some(part)
            });
            list(vm, parts)?
        }
    };
    if let Value::List(items) = &made {
        items.borrow_mut().reverse();
    }
    Ok(made)
}

/// Where lines end.
const fn ends_line(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c' | '\x1d' | '\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

pub(super) fn splitlines(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [keep] = args.bind(&Spec::new("splitlines", 0, ["keepends"]))?;
    let keep = keep.map_or(Ok(false), |keep| vm.truth(&keep))?;
    let mut rest: &str = through(vm, receiver)?;
    let parts = std::iter::from_fn(|| {
        if rest.is_empty() {
            return None;
        }
        let Some((end, ending)) = rest.char_indices().find(|(_, next)| ends_line(*next)) else { return Some(std::mem::take(&mut rest)) };
        let width = if text::between(rest, end, rest.len()).starts_with("\r\n") { 2 } else { ending.len_utf8() };
        let (line, behind) = rest.split_at_checked(end + width)?;
        rest = behind;
        Some(if keep { line } else { text::between(line, 0, end) })
    });
    list(vm, parts)
}

pub(super) fn partition(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let (text, separator) = parting(vm, receiver, args, "partition")?;
    match text.split_once(&*separator) {
        Some((before, after)) => parts(vm, before, &separator, after),
        None => parts(vm, text, "", ""),
    }
}

pub(super) fn rpartition(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let (text, separator) = parting(vm, receiver, args, "rpartition")?;
    match text.rsplit_once(&*separator) {
        Some((before, after)) => parts(vm, before, &separator, after),
        None => parts(vm, "", "", text),
    }
}

fn parting<'a>(vm: &mut Vm<'_>, receiver: &'a Value, args: Args, name: &'static str) -> Result<(&'a str, Str)> {
    let separator = text_argument(Some(args.one(name)?))?;
    if separator.is_empty() {
        return Err(Stop::value_error("empty separator"));
    }
    let text = this(receiver)?;
    vm.take(text.len(), 1)?;
    Ok((text, separator))
}

fn parts(vm: &mut Vm<'_>, before: &str, separator: &str, after: &str) -> Result<Value> {
    vm.tuple(vec![Value::str(before), Value::str(separator), Value::str(after)])
}
