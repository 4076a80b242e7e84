//! Attributes and methods of exceptions.

use crate::{Args, Exception, Method, Result, Stop, Value, Vm, class::Getter};

/// Attributes of all exceptions.
pub(super) static GETTERS: &[Getter] = &[
    Getter { name: "args", get: args },
    Getter { name: "__cause__", get: cause },
    Getter { name: "__context__", get: context },
    Getter { name: "__suppress_context__", get: suppresses },
    Getter { name: "__traceback__", get: nothing },
    Getter { name: "__notes__", get: notes },
];

/// Methods of all exceptions.
pub(super) static METHODS: &[Method] =
    &[Method { name: "with_traceback", call: with_traceback }, Method { name: "add_note", call: add_note }];

/// `StopIteration.value`, `SystemExit.code`
pub(super) static FIRST: &[Getter] = &[Getter { name: "value", get: first }, Getter { name: "code", get: first }];

/// Attributes of `OSError`.
pub(super) static OS: &[Getter] =
    &[Getter { name: "errno", get: errno }, Getter { name: "strerror", get: strerror }, Getter { name: "filename", get: filename }];

/// Attributes of `ImportError`.
pub(super) static IMPORT: &[Getter] =
    &[Getter { name: "msg", get: first }, Getter { name: "name", get: nothing }, Getter { name: "path", get: nothing }];

/// Attributes of `AttributeError` and `NameError`.
pub(super) static NAMED: &[Getter] = &[Getter { name: "name", get: nothing }, Getter { name: "obj", get: nothing }];

/// Attributes of `UnicodeDecodeError` and `UnicodeEncodeError`.
pub(super) static UNICODE: &[Getter] = &[
    Getter { name: "encoding", get: |_, value| part(value, 0) },
    Getter { name: "object", get: |_, value| part(value, 1) },
    Getter { name: "start", get: |_, value| part(value, 2) },
    Getter { name: "end", get: |_, value| part(value, 3) },
    Getter { name: "reason", get: |_, value| part(value, 4) },
];

fn of(value: &Value) -> Option<&Exception> {
    match value {
        Value::Exception(exception) => Some(exception),
        _ => None,
    }
}

fn part(value: &Value, place: usize) -> Result<Value> {
    Ok(of(value).and_then(|exception| exception.args.borrow().get(place).cloned()).unwrap_or(Value::None))
}

fn args(vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    let args = of(value).map(|exception| exception.args.borrow().clone()).unwrap_or_default();
    vm.tuple(args)
}

fn cause(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    Ok(of(value).and_then(|exception| exception.cause.borrow().clone()).unwrap_or(Value::None))
}

fn context(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    Ok(of(value).and_then(|exception| exception.context.borrow().clone()).map_or(Value::None, Value::Exception))
}

fn suppresses(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    Ok(Value::Bool(of(value).is_some_and(|exception| exception.cause.borrow().is_some())))
}

fn nothing(_vm: &mut Vm<'_>, _value: &Value) -> Result<Value> {
    Ok(Value::None)
}

fn first(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    part(value, 0)
}

/// `OSError(errno, strerror, filename)`: there only when it was made with two or more.
fn of_os(value: &Value, place: usize) -> Result<Value> {
    match of(value).is_some_and(|exception| exception.args.borrow().len() > 1) {
        true => part(value, place),
        false => Ok(Value::None),
    }
}

fn errno(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    of_os(value, 0)
}

fn strerror(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    of_os(value, 1)
}

fn filename(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    of_os(value, 2)
}

fn notes(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    Err(Stop::no_attribute(crate::operate::class_of(value).name(), "__notes__"))
}

fn with_traceback(_vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.one("with_traceback")?;
    Ok(value.clone())
}

fn add_note(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let note = args.one("add_note")?;
    let Some(exception) = of(value) else { return Ok(Value::None) };
    let known = exception.attributes.borrow().text("__notes__").cloned();
    match known {
        Some(Value::List(notes)) => {
            vm.allocate(size_of::<Value>())?;
            notes.borrow_mut().push(note);
        }
        _ => {
            let notes = vm.list(vec![note])?;
            exception.attributes.borrow_mut().set_text("__notes__".into(), notes);
        }
    }
    Ok(Value::None)
}
