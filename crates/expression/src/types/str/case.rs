//! Upper and lower case.

use super::{character, made, this};
use crate::{Args, Result, Value, Vm};

/// Another form of a text, which is at most three times as long.
fn mapped(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, map: impl FnOnce(&str) -> String) -> Result<Value> {
    args.none(name)?;
    let text = this(receiver)?;
    if text.is_ascii() {
        vm.take(text.len(), 1)?;
    } else {
        vm.take(text.len(), 3)?;
        vm.work(text.len() / 2)?;
    }
    made(map(text))
}

pub(super) fn lower(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    mapped(vm, receiver, args, "str.lower", str::to_lowercase)
}

pub(super) fn upper(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    mapped(vm, receiver, args, "str.upper", str::to_uppercase)
}

pub(super) fn casefold(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    mapped(vm, receiver, args, "str.casefold", |text| {
        let mut out = String::with_capacity(text.len());
        text.chars().for_each(|next| character::fold(next, &mut out));
        out
    })
}

pub(super) fn capitalize(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    mapped(vm, receiver, args, "str.capitalize", |text| {
        let mut rest = text.chars();
        let first = rest.next().map(character::title).unwrap_or_default();
        first + &rest.as_str().to_lowercase()
    })
}

pub(super) fn swapcase(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    mapped(vm, receiver, args, "str.swapcase", |text| {
        let mut out = String::with_capacity(text.len());
        for next in text.chars() {
            match next {
                upper if upper.is_uppercase() => out.extend(upper.to_lowercase()),
                lower if lower.is_lowercase() => out.extend(lower.to_uppercase()),
                other => out.push(other),
            }
        }
        out
    })
}

pub(super) fn title(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    mapped(vm, receiver, args, "str.title", |text| {
        let mut out = String::with_capacity(text.len());
        let mut within = false;
        for next in text.chars() {
            match (next.is_ascii(), within) {
                (true, true) => out.push(next.to_ascii_lowercase()),
                (true, false) => out.push(next.to_ascii_uppercase()),
                (false, true) => out.extend(next.to_lowercase()),
                (false, false) => out.push_str(&character::title(next)),
            }
            within = character::is_cased(next);
        }
        out
    })
}
