//! Making texts as wide as wanted.

use super::{made, this};
use crate::{
    Args, Result, Spec, Stop, Value, Vm,
    format::spec::pad,
    operate::{class_of, text},
};

/// Width and what is put around.
fn arguments(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str) -> Result<(usize, char)> {
    let [width, fill] = args.bind(&Spec::positional(name, 1, ["width", "fillchar"]))?;
    let width = usize::try_from(vm.index(&width.unwrap_or(Value::None))?).unwrap_or(0);
    let fill = match &fill {
        None => ' ',
        Some(fill) => {
            let Some(fill) = fill.as_str() else {
                let class = class_of(fill);
                return Err(Stop::type_error(format!("The fill character must be a unicode character, not {}", class.name())));
            };
            let mut fill = fill.chars();
            match (fill.next(), fill.next()) {
                (Some(fill), None) => fill,
                _ => return Err(Stop::type_error("The fill character must be exactly one character long")),
            }
        }
    };
    vm.take(this(receiver)?.len().saturating_add(width.saturating_mul(fill.len_utf8())), 1)?;
    Ok((width, fill))
}

pub(super) fn ljust(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let (width, fill) = arguments(vm, receiver, args, "ljust")?;
    made(pad(this(receiver)?, fill, '<', width))
}

pub(super) fn rjust(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let (width, fill) = arguments(vm, receiver, args, "rjust")?;
    made(pad(this(receiver)?, fill, '>', width))
}

pub(super) fn center(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let (width, fill) = arguments(vm, receiver, args, "center")?;
    let text = this(receiver)?;
    let length = text::length(text);
    let missing = width.saturating_sub(length);
    // What cannot be halved goes to the left of texts in an odd width.
    let left = missing / 2 + (missing & width & 1);
    let padded = pad(text, fill, '>', length + left);
    made(pad(&padded, fill, '<', length + missing))
}

pub(super) fn zfill(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let width = usize::try_from(vm.index(&args.one("zfill")?)?).unwrap_or(0);
    let text = this(receiver)?;
    vm.take(text.len().saturating_add(width), 1)?;
    let sign = if text.starts_with(['+', '-']) { 1 } else { 0 };
    let (sign, digits) = text.split_at_checked(sign).unwrap_or(("", text));
    made(format!("{sign}{}", pad(digits, '0', '>', width.saturating_sub(sign.len()))))
}

pub(super) fn expandtabs(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [size] = args.bind(&Spec::new("expandtabs", 0, ["tabsize"]))?;
    let size = size.map_or(Ok(8), |size| vm.index(&size))?;
    let size = usize::try_from(size).unwrap_or(0);
    let text = this(receiver)?;
    vm.work(text.len() / 8)?;
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for next in text.chars() {
        match next {
            '\t' if size > 0 => {
                let missing = size - column % size;
                vm.take(missing, 1)?;
                out.extend(std::iter::repeat_n(' ', missing));
                column += missing;
            }
            '\t' => {}
            '\n' | '\r' => {
                out.push(next);
                column = 0;
            }
            _ => {
                out.push(next);
                column += 1;
            }
        }
    }
    vm.allocate(out.len())?;
    made(out)
}
