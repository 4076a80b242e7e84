//! Generators: functions that wait.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use super::{execute::Outcome, frame::Frame, frame::Purpose};
use crate::{Exception, Result, Stop, Value, Vm, code::Op, exception, types::generator::Generator};

impl Vm<'_> {
    /// A generator that will run this frame.
    pub(crate) fn generator(&mut self, frame: Box<Frame>) -> Result<Value> {
        self.allocate(240 + (frame.locals.capacity() + frame.stack.capacity()) * size_of::<Value>())?;
        let name = frame.code.qualified.clone();
        let generator = Value::Generator(Rc::new(Generator { name, frame: RefCell::new(Some(frame)), running: Cell::new(false) }));
        self.keep(&generator);
        Ok(generator)
    }

    /// Takes the frame of a generator to run it, with a value for the `yield` at which it waits; `None` when it has ended.
    pub(super) fn wake(&mut self, generator: &Rc<Generator>, sent: Value) -> Result<Option<Box<Frame>>> {
        if generator.running.get() {
            return Err(Stop::value_error("generator already executing"));
        }
        let Some(mut frame) = generator.frame.borrow_mut().take() else { return Ok(None) };
        if frame.next > 0 {
            frame.push(sent);
        } else if !sent.is_none() {
            *generator.frame.borrow_mut() = Some(frame);
            return Err(Stop::type_error("can't send non-None value to a just-started generator"));
        }
        self.mark(&mut frame, generator);
        Ok(Some(frame))
    }

    fn mark(&mut self, frame: &mut Frame, generator: &Rc<Generator>) {
        generator.running.set(true);
        frame.purpose = Purpose::Generator(Rc::clone(generator));
        let outer = self.handling.clone();
        if let Some(own) = std::mem::replace(&mut frame.handling, outer) {
            self.handling = Some(own);
        }
    }

    /// A generator waits: its frame goes back to it.
    pub(super) fn rest(&mut self, mut frame: Box<Frame>) {
        let outer = frame.handling.take();
        let same = match (&outer, &self.handling) {
            (Some(one), Some(two)) => Rc::ptr_eq(one, two),
            (None, None) => true,
            _ => false,
        };
        frame.handling = std::mem::replace(&mut self.handling, outer).filter(|_| !same);
        if let Purpose::Generator(generator) = std::mem::replace(&mut frame.purpose, Purpose::Plain) {
            generator.running.set(false);
            *generator.frame.borrow_mut() = Some(frame);
        }
    }

    /// `generator.send(value)`: what it yields, or what it returns.
    pub(crate) fn resume(&mut self, generator: &Rc<Generator>, sent: Value) -> Result<Outcome> {
        match self.wake(generator, sent)? {
            Some(frame) => self.run_generator(generator, frame, None),
            None => Ok(Outcome::Returned(Value::None)),
        }
    }

    fn run_generator(&mut self, generator: &Rc<Generator>, frame: Box<Frame>, thrown: Option<Stop>) -> Result<Outcome> {
        let mut frame = Some(frame);
        let result = self.deeper(|vm| match frame.take() {
            Some(frame) => vm.execute(frame, thrown),
            None => Ok(Outcome::Returned(Value::None)),
        });
        // Too deep to run: it waits as before.
        if let Some(frame) = frame {
            self.rest(frame);
        }
        if result.is_err() {
            generator.running.set(false);
        }
        result
    }

    /// `generator.throw(exception)`
    pub(crate) fn throw(&mut self, generator: &Rc<Generator>, exception: Rc<Exception>) -> Result<Outcome> {
        if generator.running.get() {
            return Err(Stop::value_error("generator already executing"));
        }
        let Some(mut frame) = generator.frame.borrow_mut().take() else { return Err(Stop::Raise(exception)) };
        let thrown = match self.throw_into_delegate(&mut frame, &exception) {
            Ok(Some(value)) => {
                *generator.frame.borrow_mut() = Some(frame);
                return Ok(Outcome::Yielded(value));
            }
            Ok(None) => None,
            Err(stop) => Some(stop),
        };
        self.mark(&mut frame, generator);
        self.run_generator(generator, frame, thrown)
    }

    /// An exception for the generator that this one delegates to, if it does. Gives what that one yields; `None` when it has ended and
    /// this one goes on.
    fn throw_into_delegate(&mut self, frame: &mut Frame, exception: &Rc<Exception>) -> Result<Option<Value>> {
        let stop = || Stop::Raise(Rc::clone(exception));
        let Some(Op::Send(end)) = frame.next.checked_sub(2).and_then(|at| frame.code.ops.get(at)).copied() else { return Err(stop()) };
        let Some(Value::Generator(inner)) = frame.stack.last().cloned() else { return Err(stop()) };
        if stop().is(&exception::GENERATOR_EXIT) {
            self.close(&inner)?;
            return Err(stop());
        }
        match self.deeper(|vm| vm.throw(&inner, Rc::clone(exception)))? {
            Outcome::Yielded(value) => Ok(Some(value)),
            Outcome::Returned(value) => {
                frame.pop();
                frame.push(value);
                frame.next = end as usize;
                Ok(None)
            }
        }
    }

    /// `generator.close()`: gives what it returns.
    pub(crate) fn close(&mut self, generator: &Rc<Generator>) -> Result<Value> {
        let begun = match &*generator.frame.borrow() {
            Some(frame) => frame.next > 0,
            None => return if generator.running.get() { Err(Stop::value_error("generator already executing")) } else { Ok(Value::None) },
        };
        if !begun {
            generator.frame.borrow_mut().take();
            return Ok(Value::None);
        }
        let exit = Stop::raise_with(&exception::GENERATOR_EXIT, Vec::new());
        let Stop::Raise(exit) = exit else { return Ok(Value::None) };
        match self.throw(generator, Rc::clone(&exit)) {
            Ok(Outcome::Returned(value)) => Ok(value),
            Ok(Outcome::Yielded(_)) => Err(Stop::raise(&exception::RUNTIME_ERROR, "generator ignored GeneratorExit")),
            Err(stop) if stop.is(&exception::GENERATOR_EXIT) || stop.is(&exception::STOP_ITERATION) => Ok(Value::None),
            Err(stop) => Err(stop),
        }
    }
}
