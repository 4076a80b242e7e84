//! Taking away from the ends.

use super::{character::is_space, made, this};
use crate::{
    Args, Result, Spec, Stop, Str, Value, Vm,
    operate::{kind_of, plain},
};

fn stripped(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, start: bool, end: bool) -> Result<Value> {
    let [characters] = args.bind(&Spec::positional(name, 0, ["chars"]))?;
    let whole = this(receiver)?;
    vm.take(whole.len(), 1)?;
    let unwanted: Box<dyn Fn(char) -> bool> = match characters.as_ref().map(plain) {
        None | Some(Value::None) => Box::new(is_space),
        Some(Value::Str(characters)) => {
            vm.work(characters.len().saturating_mul(whole.len()) / 64)?;
            let characters = Str::clone(characters);
            Box::new(move |next| characters.contains(next))
        }
        Some(_) => return Err(Stop::type_error(format!("{name} arg must be None or str"))),
    };
    let mut text: &str = whole;
    if start {
        text = text.trim_start_matches(&*unwanted);
    }
    if end {
        text = text.trim_end_matches(&*unwanted);
    }
    if text.len() == whole.len() { Ok(Value::Str(Str::clone(whole))) } else { made(text.to_owned()) }
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

fn removed(
    vm: &mut Vm<'_>,
    receiver: &Value,
    args: Args,
    name: &'static str,
    remove: for<'a> fn(&'a str, &str) -> Option<&'a str>,
) -> Result<Value> {
    let part = args.one(name)?;
    let whole = this(receiver)?;
    vm.take(whole.len(), 1)?;
    let Some(part) = part.as_str() else {
        return Err(Stop::type_error(format!("{name}() argument must be str, not {}", kind_of(&part))));
    };
    made(remove(whole, part).unwrap_or(whole).to_owned())
}

pub(super) fn removeprefix(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    removed(vm, receiver, args, "removeprefix", |whole, part| whole.strip_prefix(part))
}

pub(super) fn removesuffix(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    removed(vm, receiver, args, "removesuffix", |whole, part| whole.strip_suffix(part))
}
