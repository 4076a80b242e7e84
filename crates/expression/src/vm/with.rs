//! `with`

use super::{Frame, execute::Flow};
use crate::{Args, Result, Stop, Value, Vm, code::Op, exception, operate::class_of};

impl Vm<'_> {
    pub(super) fn step_with(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::With => {
                let manager = frame.pop();
                let (enter, exit) = (self.manager_method(&manager, "__enter__")?, self.manager_method(&manager, "__exit__")?);
                self.keep_fresh(&exit);
                frame.push(exit);
                let entered = self.call(&enter, Args::default())?;
                frame.push(entered);
            }
            Op::ExitWith => {
                let exit = frame.pop();
                self.call(&exit, Args::of(vec![Value::None, Value::None, Value::None]))?;
            }
            Op::ExitWithException => {
                let raised = frame.peek(0).cloned().unwrap_or(Value::None);
                let exit = frame.peek(2).cloned().unwrap_or(Value::None);
                let class = self.class_value(&raised);
                let answer = self.call(&exit, Args::of(vec![class, raised, Value::None]))?;
                let swallowed = self.truth(&answer)?;
                frame.push(Value::Bool(swallowed));
            }
            op => return self.step_import(frame, op),
        }
        Ok(Flow::Next)
    }

    fn manager_method(&mut self, manager: &Value, name: &str) -> Result<Value> {
        match self.find_attribute(manager, name) {
            Ok(Some(method)) => return Ok(method),
            Ok(None) => {}
            Err(stop) if stop.is(&exception::ATTRIBUTE_ERROR) => {}
            Err(stop) => return Err(stop),
        }
        let class = class_of(manager);
        let missed = if name == "__exit__" { " (missed __exit__ method)" } else { "" };
        Err(Stop::type_error(format!("'{}' object does not support the context manager protocol{missed}", class.name())))
    }
}
