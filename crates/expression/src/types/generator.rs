//! Generators of the program.

use std::{cell::RefCell, rc::Rc};

use crate::{
    Args, Exception, Method, Result, Spec, Stop, Type, Value, Vm,
    class::Getter,
    exception,
    vm::{Frame, Outcome},
};

/// A generator.
pub static GENERATOR: Type = Type {
    methods: &[
        Method { name: "__iter__", call: itself },
        Method { name: "__next__", call: next },
        Method { name: "send", call: send },
        Method { name: "throw", call: throw },
        Method { name: "close", call: close },
    ],
    getters: &[Getter { name: "__name__", get: name }],
    ..Type::new("generator")
};

/// A function that waits at a `yield`.
pub struct Generator {
    /// Name of its function.
    pub name: crate::Str,
    /// Where it waits; `None` while it runs and after its end.
    pub frame: RefCell<Option<Box<Frame>>>,
    /// Whether it runs right now.
    pub running: std::cell::Cell<bool>,
}

fn itself(_vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("__iter__")?;
    Ok(value.clone())
}

fn next(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("__next__")?;
    resume(vm, value, Value::None)
}

fn send(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let sent = args.one("generator.send")?;
    resume(vm, value, sent)
}

fn resume(vm: &mut Vm<'_>, value: &Value, sent: Value) -> Result<Value> {
    let Value::Generator(generator) = value else { return Ok(Value::None) };
    let outcome = vm.resume(generator, sent)?;
    yielded(outcome)
}

/// What a generator yields; what it returns ends it.
fn yielded(outcome: Outcome) -> Result<Value> {
    match outcome {
        Outcome::Yielded(value) => Ok(value),
        Outcome::Returned(Value::None) => Err(Stop::raise_with(&exception::STOP_ITERATION, Vec::new())),
        Outcome::Returned(value) => Err(Stop::raise_with(&exception::STOP_ITERATION, vec![value])),
    }
}

fn throw(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let [kind, given, _trace] = args.bind(&Spec::positional("throw", 1, ["type", "value", "traceback"]))?;
    let Value::Generator(generator) = value else { return Ok(Value::None) };
    let (kind, given) = (kind.unwrap_or(Value::None), given.filter(|given| !given.is_none()));
    let made = match (kind, given) {
        (Value::Class(_), Some(exception @ Value::Exception(_))) => exception,
        (class @ Value::Class(_), Some(argument)) => vm.call(&class, Args::of(vec![argument]))?,
        (other, _) => other,
    };
    let exception: Rc<Exception> =
        vm.as_exception(made, "exceptions must be classes or instances deriving from BaseException, not something else")?;
    let outcome = vm.throw(generator, exception)?;
    yielded(outcome)
}

fn close(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("generator.close")?;
    let Value::Generator(generator) = value else { return Ok(Value::None) };
    vm.close(generator)
}

fn name(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    let Value::Generator(generator) = value else { return Ok(Value::None) };
    Ok(Value::Str(generator.name.rsplit('.').next().unwrap_or_default().into()))
}
