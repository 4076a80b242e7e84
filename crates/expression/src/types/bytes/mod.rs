//! `bytes`, and `bytearray`, which can be changed and does the same.

pub(crate) mod array;
mod case;
mod new;
mod pad;
mod search;
mod split;

use std::rc::Rc;

pub use array::BYTEARRAY;
pub(crate) use new::from_value;

use super::special::SEQUENCE;
use crate::{
    Args, Method, Native, Result, Spec, Stop, Type, Value, Vm,
    operate::{class_of, plain},
};

/// `bytes`
pub static BYTES: Type = Type {
    base: Some(&SEQUENCE),
    new: Some(new::bytes),
    methods: METHODS,
    functions: &[Native { name: "fromhex", call: new::fromhex }, Native { name: "maketrans", call: new::maketrans }],
    ..Type::new("bytes")
};

/// Methods of both types.
static METHODS: &[Method] = &[
    Method { name: "capitalize", call: case::capitalize },
    Method { name: "center", call: pad::center },
    Method { name: "count", call: search::count },
    Method { name: "decode", call: decode },
    Method { name: "endswith", call: search::endswith },
    Method { name: "expandtabs", call: pad::expandtabs },
    Method { name: "find", call: search::find },
    Method { name: "hex", call: hex },
    Method { name: "index", call: search::index },
    Method { name: "isalnum", call: case::isalnum },
    Method { name: "isalpha", call: case::isalpha },
    Method { name: "isascii", call: case::isascii },
    Method { name: "isdigit", call: case::isdigit },
    Method { name: "islower", call: case::islower },
    Method { name: "isspace", call: case::isspace },
    Method { name: "istitle", call: case::istitle },
    Method { name: "isupper", call: case::isupper },
    Method { name: "join", call: split::join },
    Method { name: "ljust", call: pad::ljust },
    Method { name: "lower", call: case::lower },
    Method { name: "lstrip", call: split::lstrip },
    Method { name: "partition", call: split::partition },
    Method { name: "removeprefix", call: split::removeprefix },
    Method { name: "removesuffix", call: split::removesuffix },
    Method { name: "replace", call: search::replace },
    Method { name: "rfind", call: search::rfind },
    Method { name: "rindex", call: search::rindex },
    Method { name: "rjust", call: pad::rjust },
    Method { name: "rpartition", call: split::rpartition },
    Method { name: "rsplit", call: split::rsplit },
    Method { name: "rstrip", call: split::rstrip },
    Method { name: "split", call: split::split },
    Method { name: "splitlines", call: split::splitlines },
    Method { name: "startswith", call: search::startswith },
    Method { name: "strip", call: split::strip },
    Method { name: "swapcase", call: case::swapcase },
    Method { name: "title", call: case::title },
    Method { name: "translate", call: case::translate },
    Method { name: "upper", call: case::upper },
    Method { name: "zfill", call: pad::zfill },
];

/// The bytes of a value that is like bytes.
pub(crate) fn bytes_of(value: &Value) -> Option<Rc<[u8]>> {
    match plain(value) {
        Value::Bytes(bytes) => Some(Rc::clone(bytes)),
        other => other.downcast::<array::ByteArray>().map(|array| array.0.borrow().as_slice().into()),
    }
}

/// The bytes that a method is called on, paid for as something that is gone through.
fn this(vm: &mut Vm<'_>, value: &Value) -> Result<Rc<[u8]>> {
    let bytes = bytes_of(value).ok_or_else(|| {
        Stop::type_error(format!("descriptor for 'bytes' objects doesn't apply to a '{}' object", class_of(value).name()))
    })?;
    vm.work(bytes.len() / 16)?;
    Ok(bytes)
}

/// New bytes, of the type of what the method was called on.
fn made(vm: &mut Vm<'_>, receiver: &Value, bytes: Vec<u8>) -> Result<Value> {
    if plain(receiver).downcast::<array::ByteArray>().is_some() {
        vm.allocate(bytes.len())?;
        return Ok(array::made(bytes));
    }
    vm.bytes(bytes)
}

/// An argument that must be like bytes.
fn argument(value: Option<&Value>) -> Result<Rc<[u8]>> {
    let value = value.unwrap_or(&Value::None);
    bytes_of(value).ok_or_else(|| Stop::type_error(format!("a bytes-like object is required, not '{}'", class_of(value).name())))
}

fn decode(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let (encoding, errors) = super::str::arguments(args, "decode")?;
    let bytes = this(vm, receiver)?;
    super::str::decode(vm, &bytes, &encoding, &errors)
}

fn hex(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [separator, group] = args.bind(&Spec::new("hex", 0, ["sep", "bytes_per_sep"]))?;
    let bytes = this(vm, receiver)?;
    vm.take(bytes.len(), 4)?;
    let group = group.map_or(Ok(1), |group| vm.index(&group))?;
    let separator = match separator.as_ref().map(plain) {
        None => String::new(),
        Some(Value::Str(text)) => text.to_string(),
        Some(other) => bytes_of(other).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default(),
    };
    if separator.chars().count() > 1 {
        return Err(Stop::value_error("sep must be length 1."));
    }
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    let count = bytes.len();
    let mut out = String::with_capacity(count * 3);
    for (place, byte) in bytes.iter().enumerate() {
        let along = if group > 0 { count - place } else { place };
        if place > 0 && size > 0 && along % size == 0 {
            out.push_str(&separator);
        }
        out.extend([byte >> 4, byte & 15].into_iter().filter_map(|digit| char::from_digit(u32::from(digit), 16)));
    }
    Ok(Value::from(out))
}
