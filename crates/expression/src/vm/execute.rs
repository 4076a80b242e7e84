//! The loop that runs frames. Calls from the program to its own functions stay in this loop; natives that call back enter it again.

use std::{cell::RefCell, rc::Rc};

use super::{Frame, frame::Purpose};
use crate::{Dict, Exception, Result, Stop, Str, Value, Vm, code::Op, exception, operate::class_of};

/// What an instruction leads to.
pub(crate) enum Flow {
    /// The next one.
    Next,
    /// A function of the program is called.
    Enter(Box<Frame>),
    /// A generator goes on: it is asked by `for` or `yield from`.
    Resume,
    /// The function ends.
    Return,
    /// The generator waits.
    Yield,
}

/// How a frame ended.
pub(crate) enum Outcome {
    Returned(Value),
    Yielded(Value),
}

impl Outcome {
    pub(crate) fn value(self) -> Value {
        match self {
            Outcome::Returned(value) | Outcome::Yielded(value) => value,
        }
    }
}

/// The frame that runs, and those that wait for it.
pub(super) struct Running {
    pub(super) frame: Box<Frame>,
    #[expect(clippy::vec_box, reason = "frames move between here, the spare ones and generators")]
    pub(super) callers: Vec<Box<Frame>>,
}

impl Vm<'_> {
    /// Runs a frame to its end, or to a `yield`; with `thrown`, it begins with an exception.
    pub(crate) fn execute(&mut self, frame: Box<Frame>, thrown: Option<Stop>) -> Result<Outcome> {
        if let Err(stop) = self.count_frame() {
            self.rest(frame);
            return Err(stop);
        }
        let mut running = Running { frame, callers: Vec::new() };
        let mut flow = match thrown {
            Some(stop) => Err(stop),
            None => self.run_frame(&mut running.frame),
        };
        loop {
            let led = match flow {
                Ok(flow) => self.switch(&mut running, flow),
                Err(stop) => Err(stop),
            };
            match led {
                Ok(Some(outcome)) => return Ok(outcome),
                Ok(None) => {}
                Err(stop) => self.unwind(&mut running, stop)?,
            }
            flow = self.run_frame(&mut running.frame);
        }
    }

    /// Runs instructions of a frame until one leads elsewhere.
    fn run_frame(&mut self, frame: &mut Frame) -> Result<Flow> {
        loop {
            let Some(op) = frame.code.ops.get(frame.next).copied() else { return Ok(Flow::Return) };
            frame.next += 1;
            self.tick()?;
            match self.step(frame, op)? {
                Flow::Next => {}
                flow => return Ok(flow),
            }
        }
    }

    /// Goes where an instruction leads; gives the outcome when the first frame has ended.
    fn switch(&mut self, running: &mut Running, flow: Flow) -> Result<Option<Outcome>> {
        match flow {
            Flow::Next => {}
            Flow::Enter(frame) => {
                self.count_frame()?;
                running.callers.push(std::mem::replace(&mut running.frame, frame));
            }
            Flow::Resume => return self.go_on(running).map(|()| None),
            Flow::Return => {
                let value = running.frame.pop();
                return self.leave(running, value);
            }
            Flow::Yield => {
                let value = running.frame.pop();
                return Ok(self.wait(running, value));
            }
        }
        Ok(None)
    }

    /// A frame has ended with a value.
    fn leave(&mut self, running: &mut Running, value: Value) -> Result<Option<Outcome>> {
        self.frames = self.frames.saturating_sub(1);
        let purpose = std::mem::replace(&mut running.frame.purpose, Purpose::Plain);
        let members = running.frame.members.take();
        let outer = running.frame.handling.take();
        let name = match purpose {
            Purpose::Body(_) => running.frame.code.name.clone(),
            _ => Str::default(),
        };
        let Some(caller) = running.callers.pop() else {
            return self.conclude(purpose, (name, members), outer, value).map(|value| Some(Outcome::Returned(value)));
        };
        let frame = std::mem::replace(&mut running.frame, caller);
        self.recycle(frame);
        if let Purpose::Generator(generator) = purpose {
            self.handling = outer;
            generator.running.set(false);
            finish(&mut running.frame, value);
            return Ok(None);
        }
        let value = self.conclude(purpose, (name, members), outer, value)?;
        running.frame.push(value);
        Ok(None)
    }

    /// What a frame's result becomes.
    fn conclude(
        &mut self,
        purpose: Purpose,
        (name, members): (Str, Option<Rc<RefCell<Dict>>>),
        outer: Option<Rc<Exception>>,
        value: Value,
    ) -> Result<Value> {
        match purpose {
            Purpose::Plain => Ok(value),
            Purpose::Init(instance) if value.is_none() => Ok(instance),
            Purpose::Init(_) => Err(Stop::type_error(format!("__init__() should return None, not '{}'", class_of(&value).name()))),
            Purpose::Body(plan) => {
                let members = members.map(|members| members.take()).unwrap_or_default();
                self.finish_class((name, *plan), members, value)
            }
            Purpose::Generator(generator) => {
                self.handling = outer;
                generator.running.set(false);
                Ok(value)
            }
        }
    }

    /// A generator goes on within this loop.
    fn go_on(&mut self, running: &mut Running) -> Result<()> {
        let sent = match running.frame.code.ops.get(running.frame.next.saturating_sub(1)) {
            Some(Op::Send(_)) => running.frame.pop(),
            _ => Value::None,
        };
        let Some(Value::Generator(generator)) = running.frame.stack.last().cloned() else { return Ok(()) };
        match self.wake(&generator, sent)? {
            Some(frame) => {
                if let Err(stop) = self.count_frame() {
                    self.rest(frame);
                    return Err(stop);
                }
                running.callers.push(std::mem::replace(&mut running.frame, frame));
            }
            None => finish(&mut running.frame, Value::None),
        }
        Ok(())
    }

    /// The generator at hand waits; its value goes to whoever asked.
    fn wait(&mut self, running: &mut Running, value: Value) -> Option<Outcome> {
        self.frames = self.frames.saturating_sub(1);
        let Some(caller) = running.callers.pop() else {
            let code = std::sync::Arc::clone(&running.frame.code);
            let globals = Rc::clone(&running.frame.globals);
            let empty = self.frame(&code, &globals);
            let frame = std::mem::replace(&mut running.frame, empty);
            self.rest(frame);
            return Some(Outcome::Yielded(value));
        };
        let frame = std::mem::replace(&mut running.frame, caller);
        self.rest(frame);
        running.frame.push(value);
        None
    }
}

/// A generator that `for` or `yield from` asked has ended.
fn finish(frame: &mut Frame, value: Value) {
    match frame.code.ops.get(frame.next.saturating_sub(1)).copied() {
        Some(Op::Next(target)) => {
            frame.pop();
            frame.next = target as usize;
        }
        Some(Op::Send(target)) => {
            frame.pop();
            frame.push(value);
            frame.next = target as usize;
        }
        _ => frame.push(value),
    }
}

/// `StopIteration` out of a generator is a mistake of its author.
pub(super) fn escaped(stop: Stop) -> Stop {
    match stop {
        Stop::Raise(cause) if Stop::Raise(Rc::clone(&cause)).is(&exception::STOP_ITERATION) => {
            let stop = Stop::raise(&exception::RUNTIME_ERROR, "generator raised StopIteration");
            if let Stop::Raise(error) = &stop {
                *error.cause.borrow_mut() = Some(Value::Exception(Rc::clone(&cause)));
                *error.context.borrow_mut() = Some(cause);
            }
            stop
        }
        stop => stop,
    }
}
