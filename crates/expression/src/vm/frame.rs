//! A function that runs.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use super::function::Globals;
use crate::{Dict, Exception, Result, Stop, Str, Value, Vm, class::Cell, code::Code, exception, types::generator::Generator};

/// Most frames that may be there at once.
const MOST: u32 = 400;
/// Frames that are kept to be used again.
const KEPT: usize = 16;

/// A function that runs, or waits at a `yield`.
pub struct Frame {
    pub(crate) code: Arc<Code>,
    /// The next instruction.
    pub(crate) next: usize,
    /// Variables; shared ones are in cells.
    pub(crate) locals: Vec<Option<Value>>,
    /// Operands.
    pub(crate) stack: Vec<Value>,
    pub(crate) globals: Rc<Globals>,
    pub(crate) purpose: Purpose,
    /// Members of the class whose body it is.
    pub(crate) members: Option<Rc<RefCell<Dict>>>,
    /// While it waits: the exception that it was handling. While it runs as a generator: what whoever asked it was handling.
    pub(crate) handling: Option<Rc<Exception>>,
}

/// What becomes of the result of a frame.
pub(crate) enum Purpose {
    /// It goes to the caller.
    Plain,
    /// It must be `None`; the instance goes to the caller.
    Init(Value),
    /// The class is made of its members: its bases and keywords.
    Body(Box<ClassPlan>),
    /// It ends the generator.
    Generator(Rc<Generator>),
}

/// A class that is being made.
pub(crate) struct ClassPlan {
    pub(crate) bases: Vec<Value>,
    pub(crate) keywords: Vec<(Str, Value)>,
}

impl Frame {
    /// Takes the top operand. Compiled code never takes more than there is.
    #[inline]
    pub(crate) fn pop(&mut self) -> Value {
        self.stack.pop().unwrap_or(Value::None)
    }

    #[inline]
    pub(crate) fn push(&mut self, value: Value) {
        self.stack.push(value);
    }

    /// Takes so many from the top, in order.
    pub(crate) fn take(&mut self, count: usize) -> Vec<Value> {
        let from = self.stack.len().saturating_sub(count);
        self.stack.split_off(from)
    }

    /// The operand that lies so far below the top.
    #[inline]
    pub(crate) fn peek(&self, below: usize) -> Option<&Value> {
        self.stack.get(self.stack.len().checked_sub(below + 1)?)
    }

    /// Puts shared variables into cells, and takes those of the functions around.
    pub(crate) fn share(&mut self, closure: &[Value]) {
        let code = Arc::clone(&self.code);
        self.locals.resize_with(code.own, || None);
        for slot in &code.cells {
            if let Some(place) = self.locals.get_mut(*slot as usize) {
                *place = Some(Value::Cell(Rc::new(Cell(RefCell::new(place.take())))));
            }
        }
        self.locals.extend(closure.iter().cloned().map(Some));
    }

    /// Line of the instruction at hand.
    pub(crate) fn line(&self) -> u32 {
        self.code.lines.get(self.next.saturating_sub(1)).copied().unwrap_or_default()
    }
}

impl Vm<'_> {
    /// A frame without variables.
    pub(crate) fn frame(&mut self, code: &Arc<Code>, globals: &Rc<Globals>) -> Box<Frame> {
        match self.spare.pop() {
            Some(mut frame) => {
                frame.code = Arc::clone(code);
                frame.globals = Rc::clone(globals);
                frame.next = 0;
                frame
            }
            None => Box::new(Frame {
                code: Arc::clone(code),
                next: 0,
                locals: Vec::with_capacity(code.slots.len()),
                stack: Vec::with_capacity(8),
                globals: Rc::clone(globals),
                purpose: Purpose::Plain,
                members: None,
                handling: None,
            }),
        }
    }

    /// A frame that has ended may be used again.
    pub(crate) fn recycle(&mut self, mut frame: Box<Frame>) {
        if self.spare.len() < KEPT && frame.stack.capacity() < 1024 {
            frame.locals.clear();
            frame.stack.clear();
            frame.purpose = Purpose::Plain;
            frame.members = None;
            frame.handling = None;
            self.spare.push(frame);
        }
    }

    /// One frame more.
    pub(crate) fn count_frame(&mut self) -> Result<()> {
        if self.frames >= MOST {
            return Err(Stop::raise(&exception::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        self.frames += 1;
        Ok(())
    }
}
