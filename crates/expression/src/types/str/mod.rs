//! `str`

mod case;
pub(crate) mod character;
mod encode;
mod join;
mod pad;
mod predicate;
mod search;
mod split;
mod strip;
mod translate;

pub(crate) use encode::{arguments, decode, describe, encode};

use super::special::SEQUENCE;
use crate::{
    Args, Method, Native, Result, Spec, Stop, Str, Type, Value, Vm,
    format::fields::Fields,
    operate::{class_of, kind_of, plain},
};

/// `str`
pub static STR: Type = Type {
    base: Some(&SEQUENCE),
    new: Some(new),
    methods: METHODS,
    functions: &[Native { name: "maketrans", call: translate::maketrans }],
    ..Type::new("str")
};

static METHODS: &[Method] = &[
    Method { name: "capitalize", call: case::capitalize },
    Method { name: "casefold", call: case::casefold },
    Method { name: "center", call: pad::center },
    Method { name: "count", call: search::count },
    Method { name: "encode", call: encode::method },
    Method { name: "endswith", call: search::endswith },
    Method { name: "expandtabs", call: pad::expandtabs },
    Method { name: "find", call: search::find },
    Method { name: "format", call: format },
    Method { name: "format_map", call: format_map },
    Method { name: "index", call: search::index },
    Method { name: "isalnum", call: predicate::isalnum },
    Method { name: "isalpha", call: predicate::isalpha },
    Method { name: "isascii", call: predicate::isascii },
    Method { name: "isdecimal", call: predicate::isdecimal },
    Method { name: "isdigit", call: predicate::isdigit },
    Method { name: "isidentifier", call: predicate::isidentifier },
    Method { name: "islower", call: predicate::islower },
    Method { name: "isnumeric", call: predicate::isnumeric },
    Method { name: "isprintable", call: predicate::isprintable },
    Method { name: "isspace", call: predicate::isspace },
    Method { name: "istitle", call: predicate::istitle },
    Method { name: "isupper", call: predicate::isupper },
    Method { name: "join", call: join::join },
    Method { name: "ljust", call: pad::ljust },
    Method { name: "lower", call: case::lower },
    Method { name: "lstrip", call: strip::lstrip },
    Method { name: "partition", call: split::partition },
    Method { name: "removeprefix", call: strip::removeprefix },
    Method { name: "removesuffix", call: strip::removesuffix },
    Method { name: "replace", call: join::replace },
    Method { name: "rfind", call: search::rfind },
    Method { name: "rindex", call: search::rindex },
    Method { name: "rjust", call: pad::rjust },
    Method { name: "rpartition", call: split::rpartition },
    Method { name: "rsplit", call: split::rsplit },
    Method { name: "rstrip", call: strip::rstrip },
    Method { name: "split", call: split::split },
    Method { name: "splitlines", call: split::splitlines },
    Method { name: "startswith", call: search::startswith },
    Method { name: "strip", call: strip::strip },
    Method { name: "swapcase", call: case::swapcase },
    Method { name: "title", call: case::title },
    Method { name: "translate", call: translate::translate },
    Method { name: "upper", call: case::upper },
    Method { name: "zfill", call: pad::zfill },
];

/// `str()`, `str(value)`, `str(bytes, encoding, errors)`
fn new(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [object, encoding, errors] = args.bind(&Spec::new("str", 0, ["object", "encoding", "errors"]))?;
    let Some(object) = object else { return Ok(Value::str("")) };
    if encoding.is_none() && errors.is_none() {
        if let Value::Str(_) = &object {
            return Ok(object);
        }
        return vm.str(&object).map(Value::from);
    }
    let text = |value: Option<Value>, name: &str| match value {
        None => Ok(None),
        Some(value) => match value.as_str() {
            Some(text) => Ok(Some(text.to_owned())),
            None => Err(Stop::type_error(format!("str() argument '{name}' must be str, not {}", kind_of(&value)))),
        },
    };
    let (encoding, errors) = (text(encoding, "encoding")?, text(errors, "errors")?);
    match plain(&object) {
        Value::Str(_) => Err(Stop::type_error("decoding str is not supported")),
        object => match super::bytes::bytes_of(object) {
            Some(bytes) => decode(vm, &bytes, encoding.as_deref().unwrap_or("utf-8"), errors.as_deref().unwrap_or("strict")),
            None => {
                let class = class_of(object);
                Err(Stop::type_error(format!("decoding to str: need a bytes-like object, {} found", class.name())))
            }
        },
    }
}

/// The text that a method is called on.
fn this(value: &Value) -> Result<&Str> {
    match plain(value) {
        Value::Str(text) => Ok(text),
        other => Err(Stop::type_error(format!("descriptor for 'str' objects doesn't apply to a '{}' object", class_of(other).name()))),
    }
}

/// The text that a method is called on, paid for as something that is gone through.
fn through<'a>(vm: &mut Vm<'_>, value: &'a Value) -> Result<&'a Str> {
    let text = this(value)?;
    vm.work(text.len() / 16)?;
    Ok(text)
}

/// The text that a method is called on, paid for as something whose characters are looked up one by one.
fn by_character<'a>(vm: &mut Vm<'_>, value: &'a Value) -> Result<&'a Str> {
    let text = this(value)?;
    vm.work(text.len() / if text.is_ascii() { 8 } else { 2 })?;
    Ok(text)
}

/// A new text, paid for already.
fn made(text: String) -> Result<Value> {
    Ok(Value::Str(text.into()))
}

/// An argument that must be a text.
fn text_argument(value: Option<Value>) -> Result<Str> {
    match value.as_ref().map(plain) {
        Some(Value::Str(text)) => Ok(Str::clone(text)),
        Some(other) => Err(Stop::type_error(format!("must be str, not {}", class_of(other).name()))),
        None => Ok(Str::from("")),
    }
}

fn format(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let template = through(vm, receiver)?;
    vm.fill(template, &mut Fields::arguments(&args.positional, &args.named), 2).map(Value::from)
}

fn format_map(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let template = through(vm, receiver)?;
    let mapping = args.one("str.format_map")?;
    vm.fill(template, &mut Fields::mapping(&mapping), 2).map(Value::from)
}
