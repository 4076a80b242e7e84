//! Exceptions on their way out: to the handler of a frame, or out of it.

use std::rc::Rc;

use super::{
    execute::{Running, escaped},
    frame::{Frame, Purpose},
};
use crate::{Exception, Result, Stop, Value, Vm};

/// What an exception is charged for when it is caught: those of ours are not when they are made.
const CAUGHT: usize = size_of::<Exception>() + 64;

impl Vm<'_> {
    /// Finds the frame that handles what stopped the one that runs, and goes there.
    ///
    /// # Errors
    /// The same, when no frame does.
    pub(super) fn unwind(&mut self, running: &mut Running, mut stop: Stop) -> Result<()> {
        loop {
            if let Stop::Raise(exception) = &stop {
                self.note(&running.frame, exception);
                if self.handle(&mut running.frame, exception) {
                    let lines = exception.trace.borrow().len();
                    match self.allocate(CAUGHT + lines * size_of::<(u32, crate::Str)>()) {
                        Ok(()) => return Ok(()),
                        Err(limit) => stop = limit,
                    }
                }
            }
            self.frames = self.frames.saturating_sub(1);
            if let Purpose::Generator(generator) = std::mem::replace(&mut running.frame.purpose, Purpose::Plain) {
                self.handling = running.frame.handling.take();
                generator.running.set(false);
                stop = escaped(stop);
            }
            let Some(caller) = running.callers.pop() else { return Err(stop) };
            let frame = std::mem::replace(&mut running.frame, caller);
            self.recycle(frame);
        }
    }

    /// Whether the frame handles it; if so, its handler is next.
    fn handle(&mut self, frame: &mut Frame, exception: &Rc<Exception>) -> bool {
        let Some(at) = frame.next.checked_sub(1) else { return false };
        let guard = frame.code.guards.get(at).copied().unwrap_or_default();
        let Some(handler) = usize::from(guard).checked_sub(1).and_then(|place| frame.code.handlers.get(place)).copied() else {
            return false;
        };
        frame.stack.truncate(handler.depth as usize);
        frame.push(Value::Exception(Rc::clone(exception)));
        self.keep(&Value::Exception(Rc::clone(exception)));
        frame.next = handler.target as usize;
        true
    }

    /// Writes down where an exception came through, and what was being handled when it was raised.
    fn note(&mut self, frame: &Frame, exception: &Rc<Exception>) {
        let mut trace = exception.trace.borrow_mut();
        if trace.is_empty()
            && let Some(handling) = &self.handling
            && exception.context.borrow().is_none()
            && !leads_to(handling, exception)
        {
            *exception.context.borrow_mut() = Some(Rc::clone(handling));
        }
        let here = (frame.line(), frame.code.name.clone());
        if trace.len() < 1000 && trace.last() != Some(&here) {
            trace.push(here);
        }
    }
}

/// Whether an exception was raised while another one was handled.
fn leads_to(from: &Rc<Exception>, to: &Rc<Exception>) -> bool {
    let mut next = Some(Rc::clone(from));
    for _ in 0..200 {
        match next {
            Some(exception) if Rc::ptr_eq(&exception, to) => return true,
            Some(exception) => next = exception.context.borrow().clone(),
            None => return false,
        }
    }
    true
}
