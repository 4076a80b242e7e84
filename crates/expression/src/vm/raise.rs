//! `raise`, `except`

use std::rc::Rc;

use super::{Frame, execute::Flow};
use crate::{ClassRef, Exception, Result, Stop, Value, Vm, code::Op, exception, operate::class_of, types::exception::BASE_EXCEPTION};

impl Vm<'_> {
    pub(super) fn step_raise(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::Raise => {
                let value = frame.pop();
                let exception = self.as_exception(value, "exceptions must derive from BaseException")?;
                self.keep(&Value::Exception(Rc::clone(&exception)));
                Err(Stop::Raise(exception))
            }
            Op::RaiseFrom => Err(self.raise_from(frame)?),
            Op::RaiseAgain => match &self.handling {
                Some(exception) => Err(Stop::Raise(Rc::clone(exception))),
                None => Err(Stop::raise(&exception::RUNTIME_ERROR, "No active exception to reraise")),
            },
            Op::Enter => {
                let raised = frame.pop();
                let before = match &raised {
                    Value::Exception(raised) => self.handling.replace(Rc::clone(raised)),
                    _ => self.handling.take(),
                };
                frame.push(before.map_or(Value::None, Value::Exception));
                frame.push(raised);
                Ok(Flow::Next)
            }
            Op::Leave => {
                self.handling = as_handling(frame.pop());
                Ok(Flow::Next)
            }
            Op::Reraise => {
                let (raised, before) = (frame.pop(), frame.pop());
                self.handling = as_handling(before);
                match raised {
                    Value::Exception(exception) => Err(Stop::Raise(exception)),
                    _ => Ok(Flow::Next),
                }
            }
            Op::Catches => {
                let class = frame.pop();
                let caught = match frame.peek(0) {
                    Some(Value::Exception(exception)) => {
                        let exception = Rc::clone(exception);
                        self.catches(&exception, &class)?
                    }
                    _ => false,
                };
                frame.push(Value::Bool(caught));
                Ok(Flow::Next)
            }
            op => self.step_with(frame, op),
        }
    }

    fn raise_from(&mut self, frame: &mut Frame) -> Result<Stop> {
        let (cause, value) = (frame.pop(), frame.pop());
        let exception = self.as_exception(value, "exceptions must derive from BaseException")?;
        let cause = match cause {
            Value::None => Value::None,
            cause => Value::Exception(self.as_exception(cause, "exception causes must derive from BaseException")?),
        };
        self.keep(&Value::Exception(Rc::clone(&exception)));
        *exception.cause.borrow_mut() = Some(cause);
        Ok(Stop::Raise(exception))
    }

    fn catches(&mut self, exception: &Exception, class: &Value) -> Result<bool> {
        match class {
            Value::Class(class) if class.descends_from(&ClassRef::Builtin(&BASE_EXCEPTION)) => Ok(exception.class.descends_from(class)),
            Value::Tuple(classes) => {
                let mut caught = false;
                for class in &classes[..] {
                    caught |= match class {
                        Value::Tuple(_) => return Err(no_class()),
                        class => self.catches(exception, class)?,
                    };
                }
                Ok(caught)
            }
            _ => Err(no_class()),
        }
    }

    /// The class of an exception, for `__exit__`.
    pub(super) fn class_value(&self, value: &Value) -> Value {
        Value::Class(class_of(value))
    }
}

fn as_handling(value: Value) -> Option<Rc<Exception>> {
    match value {
        Value::Exception(exception) => Some(exception),
        _ => None,
    }
}

fn no_class() -> Stop {
    Stop::type_error("catching classes that do not inherit from BaseException is not allowed")
}
