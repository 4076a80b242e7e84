//! Making bytes as many as wanted.

use super::{bytes_of, made, this};
use crate::{Args, Result, Spec, Stop, Value, Vm, operate::class_of};

/// The bytes with so many fillers before and behind them.
fn padded(vm: &mut Vm<'_>, receiver: &Value, args: Args, name: &'static str, before: fn(usize, usize) -> usize) -> Result<Value> {
    let [width, fill] = args.bind(&Spec::positional(name, 1, ["width", "fillchar"]))?;
    let width = usize::try_from(vm.index(&width.unwrap_or(Value::None))?).unwrap_or(0);
    let fill = match &fill {
        None => b' ',
        Some(value) => match bytes_of(value).as_deref() {
            Some([fill]) => *fill,
            _ => {
                let class = class_of(value);
                let message = format!("{name}() argument 2 must be a byte string of length 1, not {}", class.name());
                return Err(Stop::type_error(message));
            }
        },
    };
    let bytes = this(vm, receiver)?;
    vm.take(bytes.len().saturating_add(width), 1)?;
    let missing = width.saturating_sub(bytes.len());
    let before = before(missing, width);
    let mut out = vec![fill; before];
    out.extend_from_slice(&bytes);
    out.resize(bytes.len() + missing, fill);
    made(vm, receiver, out)
}

pub(super) fn ljust(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    padded(vm, receiver, args, "ljust", |_, _| 0)
}

pub(super) fn rjust(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    padded(vm, receiver, args, "rjust", |missing, _| missing)
}

pub(super) fn center(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    padded(vm, receiver, args, "center", |missing, width| missing / 2 + (missing & width & 1))
}

pub(super) fn zfill(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let width = usize::try_from(vm.index(&args.one("zfill")?)?).unwrap_or(0);
    let bytes = this(vm, receiver)?;
    vm.take(bytes.len().saturating_add(width), 1)?;
    let signed = matches!(bytes.first(), Some(b'+' | b'-'));
    let (sign, digits) = bytes.split_at_checked(usize::from(signed)).unwrap_or((&[], &bytes));
    let zeros = vec![b'0'; width.saturating_sub(bytes.len())];
    made(vm, receiver, [sign, &zeros, digits].concat())
}

pub(super) fn expandtabs(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [size] = args.bind(&Spec::new("expandtabs", 0, ["tabsize"]))?;
    let size = usize::try_from(size.map_or(Ok(8), |size| vm.index(&size))?).unwrap_or(0);
    let bytes = this(vm, receiver)?;
    let (mut out, mut column) = (Vec::with_capacity(bytes.len()), 0);
    for byte in &bytes[..] {
        match byte {
            b'\t' if size > 0 => {
                let missing = size - column % size;
                vm.take(missing, 1)?;
                out.resize(out.len() + missing, b' ');
                column += missing;
            }
            b'\t' => {}
            byte => {
                out.push(*byte);
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
            }
        }
    }
    made(vm, receiver, out)
}
