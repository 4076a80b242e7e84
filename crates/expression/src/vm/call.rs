//! Calling whatever can be called.

use std::rc::Rc;

use super::{Frame, Function, execute::Flow, frame::Purpose, step::name_at};
use crate::{
    Args, Class, ClassRef, Result, Stop, Str, Value, Vm,
    class::{Bound, Callee},
    code::Op,
    operate::class_of,
};

/// What there is to call.
pub(super) enum Target {
    /// A function of the program, with its first argument if it is a method.
    Function(Rc<Function>, Option<Value>),
    /// Anything else.
    Other(Value),
}

impl Target {
    fn of(callee: Value) -> Self {
        match callee {
            Value::Function(function) => Target::Function(function, None),
            Value::Bound(bound) => match &bound.callee {
                Callee::Value(Value::Function(function)) => Target::Function(Rc::clone(function), Some(bound.receiver.clone())),
                _ => Target::Other(Value::Bound(bound)),
            },
            other => Target::Other(other),
        }
    }
}

impl Vm<'_> {
    pub(super) fn step_call(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::CallSpread => {
                let (named, positional, callee) = (frame.pop(), frame.pop(), frame.pop());
                let args = Args { positional: self.items(&positional)?, named: self.names_of(&named)? };
                self.call_target(frame, Target::of(callee), args)
            }
            Op::ExtendArguments => {
                let more = frame.pop();
                match self.extend(frame, &more) {
                    Err(Stop::Raise(_)) if !self.is_iterable(&more)? => {
                        let callee = self.callee_name(frame.peek(1));
                        let class = class_of(&more);
                        Err(Stop::type_error(format!("{callee} argument after * must be an iterable, not {}", class.name())))
                    }
                    done => done.map(|()| Flow::Next),
                }
            }
            Op::MergeArguments => self.merge_arguments(frame).map(|()| Flow::Next),
            op => self.step_build(frame, op),
        }
    }

    fn names_of(&mut self, named: &Value) -> Result<Vec<(Str, Value)>> {
        let pairs = self.pairs(named)?.unwrap_or_default();
        let name = |(key, value): (Value, Value)| match key {
            Value::Str(name) => Ok((name, value)),
            _ => Err(Stop::type_error("keywords must be strings")),
        };
        pairs.into_iter().map(name).collect()
    }

    fn merge_arguments(&mut self, frame: &mut Frame) -> Result<()> {
        let more = frame.pop();
        let Some(Value::Dict(named)) = frame.peek(0).cloned() else { return Ok(()) };
        let Some(pairs) = self.pairs(&more)? else {
            let callee = self.callee_name(frame.peek(2));
            return Err(Stop::type_error(format!("{callee} argument after ** must be a mapping, not {}", class_of(&more).name())));
        };
        for (key, value) in pairs {
            if !matches!(key, Value::Str(_)) {
                return Err(Stop::type_error("keywords must be strings"));
            }
            if self.dict_get(&named, &key)?.is_some() {
                let callee = self.callee_name(frame.peek(2));
                let key = key.as_str().unwrap_or_default();
                return Err(Stop::type_error(format!("{callee} got multiple values for keyword argument '{key}'")));
            }
            self.dict_set(&named, key, value)?;
        }
        Ok(())
    }

    fn callee_name(&self, callee: Option<&Value>) -> String {
        match callee {
            Some(Value::Function(function)) => format!("expression.{}()", function.qualified_name()),
            Some(Value::Native(native)) => format!("{}()", native.name),
            Some(Value::Bound(bound)) => match &bound.callee {
                Callee::Value(value) => self.callee_name(Some(value)),
                Callee::Method(method) => format!("{}.{}()", class_of(&bound.receiver).name(), method.name),
            },
            Some(Value::Class(ClassRef::User(class))) => format!("expression.{}()", class.name),
            Some(Value::Class(class)) => format!("{}()", class.name()),
            Some(other) => format!("{} object", class_of(other).name()),
            None => String::new(),
        }
    }

    /// Callee and arguments lie on the stack.
    #[inline]
    pub(super) fn call_op(&mut self, frame: &mut Frame, count: u16, keywords: u16) -> Result<Flow> {
        let named = if keywords == 0 { 0 } else { frame.code.keywords.get(usize::from(keywords)).map_or(0, Vec::len) };
        let count = usize::from(count);
        let place = frame.stack.len().saturating_sub(count + named + 1);
        let target = match frame.stack.get(place) {
            Some(Value::Function(function)) => Target::Function(Rc::clone(function), None),
            Some(callee) => Target::of(callee.clone()),
            None => Target::Other(Value::None),
        };
        match target {
            Target::Function(function, receiver) if named == 0 && function.takes(count + usize::from(receiver.is_some())) => {
                let called = self.plain_frame(&function, receiver, frame, count);
                frame.pop();
                self.enter(frame, called, Purpose::Plain)
            }
            target => {
                let names = frame.code.keywords.get(usize::from(keywords)).cloned().unwrap_or_default();
                let values = frame.take(named);
                let args = Args { positional: frame.take(count), named: names.into_iter().zip(values).collect() };
                frame.pop();
                self.call_target(frame, target, args)
            }
        }
    }

    /// Receiver and arguments lie on the stack.
    #[inline]
    pub(super) fn call_method_op(&mut self, frame: &mut Frame, name: u32, count: u16) -> Result<Flow> {
        let count = usize::from(count);
        let place = frame.stack.len().saturating_sub(count + 1);
        let Some(receiver) = frame.stack.get(place).cloned() else { return Ok(Flow::Next) };
        if let Some(method) = self.table_method(&receiver, frame.code.names.get(name as usize).map(|name| &**name)) {
            let args = Args::of(frame.take(count));
            frame.pop();
            let result = (method.call)(self, &receiver, args)?;
            self.arrive(frame, result);
            return Ok(Flow::Next);
        }
        let name = name_at(frame, name);
        let target = match self.plain_method(&receiver, &name) {
            Some(function) => Target::Function(function, Some(receiver)),
            None => Target::of(self.attribute(&receiver, &name)?),
        };
        match target {
            Target::Function(function, receiver) if function.takes(count + usize::from(receiver.is_some())) => {
                let called = self.plain_frame(&function, receiver, frame, count);
                frame.pop();
                self.enter(frame, called, Purpose::Plain)
            }
            target => {
                let args = Args::of(frame.take(count));
                frame.pop();
                self.call_target(frame, target, args)
            }
        }
    }

    /// Calls a target within the loop if it is a function of the program, or makes one of its instances.
    pub(super) fn call_target(&mut self, frame: &mut Frame, target: Target, args: Args) -> Result<Flow> {
        match target {
            Target::Function(function, receiver) => {
                let called = self.bound_frame(&function, receiver, args)?;
                self.enter(frame, called, Purpose::Plain)
            }
            Target::Other(Value::Class(ClassRef::User(class))) => self.make_instance(frame, &class, args),
            Target::Other(Value::Instance(instance)) => {
                let callee = Value::Instance(instance);
                match self.special_target(&callee, "__call__")? {
                    Some(target) => self.call_target(frame, target, args),
                    None => Err(not_callable(&callee)),
                }
            }
            Target::Other(callee) => {
                let result = self.call_native(&callee, args)?;
                self.arrive(frame, result);
                Ok(Flow::Next)
            }
        }
    }

    /// A function of the program that is about to run: a generator waits at once.
    pub(super) fn enter(&mut self, frame: &mut Frame, mut called: Box<Frame>, purpose: Purpose) -> Result<Flow> {
        if called.code.generator {
            let generator = self.generator(called)?;
            frame.push(generator);
            return Ok(Flow::Next);
        }
        called.purpose = purpose;
        Ok(Flow::Enter(called))
    }

    /// `callee(…)`
    pub fn call(&mut self, callee: &Value, args: Args) -> Result<Value> {
        let result = match Target::of(callee.clone()) {
            Target::Function(function, receiver) => {
                let frame = self.bound_frame(&function, receiver, args)?;
                if frame.code.generator {
                    return self.generator(frame);
                }
                self.deeper(|vm| vm.execute(frame, None))?.value()
            }
            Target::Other(Value::Instance(_)) => match self.special_target(callee, "__call__")? {
                Some(Target::Function(function, receiver)) => {
                    let method = Value::Function(function);
                    let args = with_receiver(receiver, args);
                    return self.call(&method, args);
                }
                Some(Target::Other(other)) => return self.deeper(|vm| vm.call(&other, args)),
                None => return Err(not_callable(callee)),
            },
            Target::Other(callee) => self.call_native(&callee, args)?,
        };
        self.keep_fresh(&result);
        Ok(result)
    }

    fn call_native(&mut self, callee: &Value, args: Args) -> Result<Value> {
        match callee {
            Value::Native(native) => (native.call)(self, args),
            Value::Bound(bound) => match &bound.callee {
                Callee::Method(method) => (method.call)(self, &bound.receiver, args),
                Callee::Value(inner) => {
                    let args = with_receiver(Some(bound.receiver.clone()), args);
                    self.deeper(|vm| vm.call(inner, args))
                }
            },
            Value::Class(ClassRef::Builtin(class)) => match class.new {
                Some(new) => new(self, args),
                None => match self.new_exception(class, args) {
                    Some(made) => made,
                    None => Err(Stop::type_error(format!("cannot create '{}' instances", class.name))),
                },
            },
            Value::Class(ClassRef::User(class)) => self.instantiate(class, args),
            Value::Object(object) => object.call(self, args),
            other => Err(not_callable(other)),
        }
    }

    /// `receiver.name(…)`, without making a bound method first.
    pub fn call_method(&mut self, receiver: &Value, name: &str, args: Args) -> Result<Value> {
        if let Some(method) = self.table_method(receiver, Some(name)) {
            return (method.call)(self, receiver, args);
        }
        let method = self.attribute(receiver, name)?;
        self.call(&method, args)
    }

    /// Calls a special method (`__len__`) of the class of an instance of the program; `None` when the class has none.
    pub fn special(&mut self, receiver: &Value, name: &str, args: Vec<Value>) -> Result<Option<Value>> {
        match self.special_target(receiver, name)? {
            Some(Target::Function(function, first)) => {
                let args = with_receiver(first, Args::of(args));
                self.call(&Value::Function(function), args).map(Some)
            }
            Some(Target::Other(callee)) => self.deeper(|vm| vm.call(&callee, Args::of(args))).map(Some),
            None => Ok(None),
        }
    }

    /// What a special method of a class of the program is; `None` when it has none.
    pub(super) fn special_target(&mut self, receiver: &Value, name: &str) -> Result<Option<Target>> {
        let class = match receiver {
            Value::Instance(instance) => Rc::clone(&instance.class),
            Value::Exception(exception) => match &exception.class {
                ClassRef::User(class) => Rc::clone(class),
                ClassRef::Builtin(_) => return Ok(None),
            },
            Value::Class(ClassRef::User(class)) => return self.class_target(class, name),
            _ => return Ok(None),
        };
        match super::attribute::member(&class, name) {
            None => Ok(None),
            Some(Value::Function(function)) => Ok(Some(Target::Function(function, Some(receiver.clone())))),
            Some(Value::None) if name == "__hash__" => Err(Stop::type_error(format!("unhashable type: '{}'", class.name))),
            Some(Value::None) if name == "__iter__" => Err(Stop::type_error(format!("'{}' object is not iterable", class.name))),
            Some(found) => Ok(Some(Target::Other(self.bind(found, Some(receiver), &ClassRef::User(class))?))),
        }
    }

    /// What a class does itself, where Python has metaclasses: `len(cls)` is its `__class_len__`.
    fn class_target(&mut self, class: &Rc<Class>, name: &str) -> Result<Option<Target>> {
        let Some(name) = name.strip_prefix("__") else { return Ok(None) };
        match super::attribute::member(class, &format!("__class_{name}")) {
            Some(found) => Ok(Some(Target::of(self.bind(found, None, &ClassRef::User(Rc::clone(class)))?))),
            None => Ok(None),
        }
    }

    /// A method of a value, without calling it.
    pub(super) fn bound(&mut self, receiver: Value, callee: Callee) -> Result<Value> {
        self.allocate(64)?;
        Ok(Value::Bound(Rc::new(Bound { receiver, callee })))
    }

    /// `callable(value)`
    pub fn callable(&mut self, value: &Value) -> Result<bool> {
        Ok(match value {
            Value::Function(_) | Value::Native(_) | Value::Bound(_) | Value::Class(_) => true,
            Value::Instance(instance) => super::attribute::member(&instance.class, "__call__").is_some(),
            Value::Object(object) => object.callable(),
            _ => false,
        })
    }
}

fn with_receiver(receiver: Option<Value>, mut args: Args) -> Args {
    if let Some(receiver) = receiver {
        args.positional.insert(0, receiver);
    }
    args
}

fn not_callable(value: &Value) -> Stop {
    Stop::type_error(format!("'{}' object is not callable", class_of(value).name()))
}
