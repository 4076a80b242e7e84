//! `re`: looking for patterns.
//!
//! A matcher of our own with Python's syntax, messages and meaning: it counts every step against the budget, which no matcher that was
//! made for trusted patterns can. Reading a pattern takes microseconds, so that nothing has to be kept from evaluation to evaluation.

mod compile;
mod escape;
mod group;
mod matched;
mod matcher;
mod parse;
mod pattern;
mod replace;
mod search;
mod subject;
mod syntax;

use std::rc::Rc;

use parse::Wrong;
use pattern::Pattern;

use crate::{
    Args, ClassRef, Exception, Module, Native, Result, Spec, Stop, Type, Value, Vm,
    class::Constant,
    exception,
    modules::support::{bytes_of, int_or, text_of},
};

/// `re.PatternError`, also known as `re.error`.
static ERROR: Type = Type { base: Some(&exception::EXCEPTION), module: "re", ..Type::new("PatternError") };

macro_rules! flags {
    ($($name:literal $value:expr),+ $(,)?) => { &[
        $(Constant { name: $name, get: |_| Ok(Value::Int($value as i64)) },)+
        Constant { name: "error", get: |_| Ok(Value::Class(ClassRef::Builtin(&ERROR))) },
    ] };
}

/// The module.
pub(super) static MODULE: Module = Module {
    name: "re",
    functions: &[
        Native { name: "compile", call: compile_function },
        Native { name: "search", call: |vm, args| forward(vm, args, "search", ["string"]) },
        Native { name: "match", call: |vm, args| forward(vm, args, "match", ["string"]) },
        Native { name: "fullmatch", call: |vm, args| forward(vm, args, "fullmatch", ["string"]) },
        Native { name: "findall", call: |vm, args| forward(vm, args, "findall", ["string"]) },
        Native { name: "finditer", call: |vm, args| forward(vm, args, "finditer", ["string"]) },
        Native { name: "split", call: |vm, args| forward(vm, args, "split", ["string", "maxsplit"]) },
        Native { name: "sub", call: |vm, args| forward(vm, args, "sub", ["repl", "string", "count"]) },
        Native { name: "subn", call: |vm, args| forward(vm, args, "subn", ["repl", "string", "count"]) },
        Native { name: "escape", call: escape_function },
        Native { name: "purge", call: |_, args| args.none("purge").map(|()| Value::None) },
    ],
    classes: &[&pattern::PATTERN, &matched::MATCH, &ERROR],
    constants: flags!(
        "I" syntax::IGNORECASE, "IGNORECASE" syntax::IGNORECASE, "L" syntax::LOCALE, "LOCALE" syntax::LOCALE,
        "M" syntax::MULTILINE, "MULTILINE" syntax::MULTILINE, "S" syntax::DOTALL, "DOTALL" syntax::DOTALL,
        "U" syntax::UNICODE, "UNICODE" syntax::UNICODE, "X" syntax::VERBOSE, "VERBOSE" syntax::VERBOSE,
        "A" syntax::ASCII, "ASCII" syntax::ASCII, "NOFLAG" 0,
    ),
};

/// What a pattern may ask for in memory, per character of its text.
const PER_CHARACTER: usize = 128;

/// A pattern, read and remembered for this evaluation.
pub(crate) fn pattern(vm: &mut Vm<'_>, source: &Value, flags: i64) -> Result<Value> {
    if source.downcast::<Pattern>().is_some() {
        return if flags == 0 {
            Ok(source.clone())
        } else {
            Err(Stop::value_error("cannot process flags argument with a compiled pattern"))
        };
    }
    let key = Value::tuple(vec![source.clone(), Value::Int(flags), Value::Bool(bytes_of(source).is_some())]);
    let (characters, bytes): (Vec<char>, bool) = match (text_of(source), bytes_of(source)) {
        (Some(text), _) => {
            if let Some(known) = vm.dict_get(&Rc::clone(&vm.patterns), &key)? {
                return Ok(known);
            }
            vm.work(text.len() * 2)?;
            vm.allocate(text.len().saturating_mul(PER_CHARACTER))?;
            (text.chars().collect(), false)
        }
        (None, Some(bytes)) => {
            vm.work(bytes.len() * 2)?;
            vm.allocate(bytes.len().saturating_mul(PER_CHARACTER))?;
            (bytes.iter().copied().map(char::from).collect(), true)
        }
        _ => return Err(Stop::type_error("first argument must be string or compiled pattern")),
    };
    let whole = match parse::parse(&characters, u32::try_from(flags).unwrap_or(0), bytes) {
        Ok(whole) => whole,
        Err(wrong) => return Err(failure(vm, wrong, source)),
    };
    let flags = whole.flags;
    let program = Rc::new(compile::compile(whole));
    let value = Value::object(Pattern { source: source.clone(), flags, bytes, program });
    vm.dict_set(&Rc::clone(&vm.patterns), key, value.clone())?;
    Ok(value)
}

/// The exception for what is wrong with a pattern or a replacement.
fn failure(_vm: &mut Vm<'_>, wrong: Wrong, source: &Value) -> Stop {
    match wrong {
        Wrong::At(message, place) => {
            let error = Exception::new(ClassRef::Builtin(&ERROR), Vec::new());
            let shown = place.map_or_else(|| message.clone(), |place| format!("{message} at position {place}{}", line(source, place)));
            error.args.borrow_mut().push(Value::from(shown));
            let mut attributes = error.attributes.borrow_mut();
            attributes.set_text("msg".into(), Value::from(message));
            attributes.set_text("pattern".into(), source.clone());
            attributes.set_text("pos".into(), place.map_or(Value::None, Value::from));
            drop(attributes);
            Stop::Raise(error)
        }
        Wrong::Flags(message) => Stop::value_error(message),
        Wrong::NoGroup(name) => Stop::raise(&exception::INDEX_ERROR, format!("unknown group name '{name}'")),
        Wrong::TooOften => Stop::raise(&exception::OVERFLOW_ERROR, "the repetition number is too large"),
        Wrong::TooDeep => Stop::raise(&exception::RECURSION_ERROR, "maximum recursion depth exceeded"),
    }
}

/// Where a place is in a text of several lines.
fn line(source: &Value, place: usize) -> String {
    let text = source.as_str().unwrap_or_default();
    if !text.contains('\n') {
        return String::new();
    }
    let before: Vec<char> = text.chars().take(place).collect();
    let line = before.iter().filter(|c| **c == '\n').count() + 1;
    let column = before.iter().rev().take_while(|c| **c != '\n').count() + 1;
    format!(" (line {line}, column {column})")
}

fn compile_function(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [source, flags] = args.bind(&Spec::new("compile", 1, ["pattern", "flags"]))?;
    pattern(vm, &source.unwrap_or(Value::None), int_or(flags, 0)?)
}

/// `re.search(pattern, …, flags)` is `re.compile(pattern, flags).search(…)`.
fn forward<const N: usize>(vm: &mut Vm<'_>, mut args: Args, method: &'static str, names: [&'static str; N]) -> Result<Value> {
    let mut keyword = |wanted: &str| {
        let place = args.named.iter().position(|(name, _)| **name == *wanted)?;
        Some(args.named.remove(place).1)
    };
    let (source, flags) = (keyword("pattern"), keyword("flags"));
    let source = match source {
        Some(source) => source,
        None if args.positional.is_empty() => {
            return Err(Stop::type_error(format!("{method}() missing 1 required positional argument: 'pattern'")));
        }
        None => args.positional.remove(0),
    };
    let flags = match flags {
        None if args.positional.len() > N => args.positional.pop(),
        flags => flags,
    };
    let required = if N == 3 { 2 } else { 1 };
    let wanted = names.iter().take(required).skip(args.positional.len());
    let missing: Vec<_> = wanted.filter(|name| args.named.iter().all(|(known, _)| **known != ***name)).collect();
    match &missing[..] {
        [] => {}
        [one] => return Err(Stop::type_error(format!("{method}() missing 1 required positional argument: '{one}'"))),
        [one, two, ..] => return Err(Stop::type_error(format!("{method}() missing 2 required positional arguments: '{one}' and '{two}'"))),
    }
    let compiled = pattern(vm, &source, int_or(flags, 0)?)?;
    vm.call_method(&compiled, method, args)
}

fn escape_function(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let value = args.one("escape")?;
    let special = |c: char| "()[]{}?*+-|^$\\.&~# \t\n\r\x0b\x0c".contains(c);
    if let Some(bytes) = bytes_of(&value) {
        vm.work(bytes.len() / 8)?;
        vm.allocate(bytes.len() * 2)?;
        let escaped = bytes.iter().flat_map(|byte| [Some(b'\\').filter(|_| special(char::from(*byte))), Some(*byte)]).flatten();
        return vm.bytes(escaped.collect());
    }
    let Some(text) = value.as_str() else {
        return Err(Stop::type_error(format!(
            "decoding to str: need a bytes-like object, {} found",
            crate::operate::class_of(&value).name()
        )));
    };
    vm.work(text.len() / 8)?;
    vm.allocate(text.len() * 2)?;
    let escaped = text.chars().flat_map(|c| [Some('\\').filter(|_| special(c)), Some(c)]).flatten();
    vm.text(escaped.collect())
}
