//! Putting texts together.

use super::{made, this};
use crate::{
    Args, Result, Spec, Stop, Str, Value, Vm, exception,
    operate::{class_of, kind_of, plain},
};

pub(super) fn join(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let separator = this(receiver)?;
    let items = args.one("str.join")?;
    let items = vm.copied_items(&items).map_err(|stop| match stop {
        Stop::Raise(_) if stop.is(&exception::TYPE_ERROR) && is_closed(&items) => Stop::type_error("can only join an iterable"),
        stop => stop,
    })?;
    if let [Value::Str(only)] = items.as_slice() {
        return Ok(Value::Str(Str::clone(only)));
    }
    let mut length = separator.len().saturating_mul(items.len().saturating_sub(1));
    for (place, item) in items.iter().enumerate() {
        let Some(text) = item.as_str() else {
            let class = class_of(item);
            return Err(Stop::type_error(format!("sequence item {place}: expected str instance, {} found", class.name())));
        };
        length = length.saturating_add(text.len());
    }
    vm.work(items.len() / 4)?;
    vm.take(length, 1)?;
    let mut out = String::with_capacity(length);
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push_str(separator);
        }
        out.push_str(item.as_str().unwrap_or_default());
    }
    made(out)
}

/// Whether it is certain that a value cannot be gone through.
fn is_closed(value: &Value) -> bool {
    matches!(
        value,
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Big(_) | Value::Float(_) | Value::Instance(_) | Value::Function(_)
    )
}

pub(super) fn replace(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [old, new, count] = args.bind(&Spec::new("replace", 2, ["old", "new", "count"]).unnamed(2))?;
    let text = this(receiver)?;
    let (old, new) = (argument(old, 1)?, argument(new, 2)?);
    let most = match count {
        None => usize::MAX,
        Some(count) => usize::try_from(vm.index(&count)?).unwrap_or(usize::MAX),
    };
    vm.work((text.len() + old.len()) / 16)?;
    let found = text.matches(&*old).take(most).count();
    if found == 0 {
        return Ok(Value::Str(Str::clone(text)));
    }
    let length = text.len().saturating_sub(found.saturating_mul(old.len())).saturating_add(found.saturating_mul(new.len()));
    vm.take(length, 1)?;
    made(text.replacen(&*old, &new, found))
}

fn argument(value: Option<Value>, number: usize) -> Result<Str> {
    match value.as_ref().map(plain) {
        Some(Value::Str(text)) => Ok(Str::clone(text)),
        other => {
            let class = other.map_or(String::new(), kind_of);
            Err(Stop::type_error(format!("replace() argument {number} must be str, not {class}")))
        }
    }
}
