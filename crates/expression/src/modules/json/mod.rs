//! `json`

mod read;
mod write;

use crate::{
    Args, ClassRef, Exception, Method, Module, Native, Object, Result, Spec, Stop, Str, Type, Value, Vm, exception, operate::class_of,
};

/// `json.JSONDecodeError`
static ERROR: Type = Type { base: Some(&exception::VALUE_ERROR), module: "json.decoder", ..Type::new("JSONDecodeError") };

/// `json.JSONEncoder`: what classes that say how to write more kinds of values descend from.
static ENCODER: Type = Type {
    module: "json.encoder",
    new: Some(|_, args| {
        if args.positional.is_empty() {
            Ok(Value::object(Encoder))
        } else {
            Err(Stop::type_error("JSONEncoder() takes no positional arguments"))
        }
    }),
    methods: &[Method { name: "default", call: |_, _, args| Err(refused(&args.one("default")?)) }, Method { name: "encode", call: encode }],
    ..Type::new("JSONEncoder")
};

struct Encoder;

impl Object for Encoder {
    fn class(&self) -> &'static Type {
        &ENCODER
    }

    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
}

/// The module.
pub(super) static MODULE: Module = Module {
    name: "json",
    functions: &[Native { name: "dumps", call: dumps }, Native { name: "loads", call: loads }],
    classes: &[&ERROR, &ENCODER],
    constants: &[],
};

/// `TypeError` for what cannot be written.
fn refused(value: &Value) -> Stop {
    Stop::type_error(format!("Object of type {} is not JSON serializable", class_of(value).name()))
}

/// What is wrong with a text, at a place that counts characters.
fn wrong(message: &str, text: &Str, place: usize) -> Stop {
    let (mut line, mut column) = (1, 1);
    for c in text.chars().take(place) {
        (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    let shown = format!("{message}: line {line} column {column} (char {place})");
    let error = Exception::new(ClassRef::Builtin(&ERROR), vec![Value::from(shown)]);
    let mut attributes = error.attributes.borrow_mut();
    attributes.set_text("msg".into(), Value::str(message));
    attributes.set_text("doc".into(), Value::Str(Str::clone(text)));
    attributes.set_text("pos".into(), Value::from(place));
    attributes.set_text("lineno".into(), Value::Int(line));
    attributes.set_text("colno".into(), Value::Int(column));
    drop(attributes);
    Stop::Raise(error)
}

fn given(value: Option<Value>) -> Option<Value> {
    value.filter(|value| !value.is_none())
}

fn loads(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let names = ["s", "cls", "object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook", "strict"];
    let [text, _class, object_hook, float, int, constant, pairs_hook, strict] = args.bind(&Spec::new("loads", 1, names).then_named(1))?;
    let mut text = text.unwrap_or(Value::None);
    if super::support::bytes_of(&text).is_some() {
        text = vm.call_method(&text, "decode", Args::of(vec![Value::str("utf-8")]))?;
    }
    let Some(text) = super::support::text_of(&text) else {
        return Err(Stop::type_error(format!("the JSON object must be str, bytes or bytearray, not {}", class_of(&text).name())));
    };
    let strict = strict.map_or(Ok(true), |strict| vm.truth(&strict))?;
    let hooks = read::Hooks {
        object: given(object_hook),
        pairs: given(pairs_hook),
        float: given(float),
        int: given(int),
        constant: given(constant),
        strict,
    };
    read::read(vm, &text, &hooks)
}

fn dumps(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let names = ["obj", "skipkeys", "ensure_ascii", "check_circular", "allow_nan", "cls", "indent", "separators", "default", "sort_keys"];
    let [value, skip, ascii, _circular, nan, class, indent, separators, default, sort] =
        args.bind(&Spec::new("dumps", 1, names).then_named(1))?;
    let mut flag = |value: Option<Value>, otherwise| value.map_or(Ok(otherwise), |value| vm.truth(&value));
    let (skip, ascii, nan, sort) = (flag(skip, false)?, flag(ascii, true)?, flag(nan, true)?, flag(sort, false)?);
    let indent = match given(indent) {
        None => None,
        Some(text) if text.as_str().is_some() => text.as_str().map(str::to_owned),
        Some(number) => {
            let width = usize::try_from(super::support::want_int(&number)?.max(0)).unwrap_or(0);
            vm.allocate(width)?;
            Some(" ".repeat(width))
        }
    };
    let (item, key) = match given(separators) {
        None => (if indent.is_some() { "," } else { ", " }.to_owned(), ": ".to_owned()),
        Some(pair) => separator(vm, &pair)?,
    };
    let default = match (given(default), given(class)) {
        (Some(default), _) => Some(default),
        (None, Some(class)) => {
            let encoder = vm.call(&class, Args::default())?;
            Some(vm.attribute(&encoder, "default")?)
        }
        (None, None) => None,
    };
    let mut writer = write::Writer { out: String::new(), paid: 0, item, key, indent, ascii, nan, skip, sort, default, above: Vec::new() };
    writer.value(vm, &value.unwrap_or(Value::None))?;
    let text = writer.out;
    Ok(Value::from(text))
}

fn separator(vm: &mut Vm<'_>, pair: &Value) -> Result<(String, String)> {
    let items = vm.items(pair)?;
    match &items[..] {
        [item, key] => match (item.as_str(), key.as_str()) {
            (Some(item), Some(key)) => Ok((item.to_owned(), key.to_owned())),
            _ => Err(Stop::type_error("separators must be str")),
        },
        [] | [_] => Err(Stop::value_error(format!("not enough values to unpack (expected 2, got {})", items.len()))),
        _ => Err(Stop::value_error("too many values to unpack (expected 2)")),
    }
}

fn encode(vm: &mut Vm<'_>, encoder: &Value, args: Args) -> Result<Value> {
    let value = args.one("encode")?;
    let default = vm.attribute(encoder, "default")?;
    dumps(vm, Args { positional: vec![value], named: vec![("default".into(), default)] })
}
