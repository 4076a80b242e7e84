//! Running programs.

mod assign;
mod attribute;
mod bind;
mod budget;
mod build;
mod call;
mod container;
mod execute;
mod frame;
mod function;
mod generator;
mod import;
mod instance;
mod iterate;
mod make;
mod matching;
mod output;
mod raise;
mod step;
mod trace;
mod unwind;
mod variable;
mod with;

pub(crate) use attribute::member;
pub(crate) use execute::Outcome;
pub use frame::Frame;
pub use function::Function;

use std::{cell::RefCell, rc::Rc, sync::Arc, time::Instant};

use crate::{Budget, Dict, Exception, Host, Program, Result, Str, Value};
use function::Globals;

/// One evaluation: its heap, its budget, its host. When it is dropped, all that the program made is emptied: what is to outlive it must be
/// made into something else before.
pub struct Vm<'h> {
    host: &'h dyn Host,
    left: Budget,
    depth: u32,
    /// What the program printed.
    printed: String,
    /// Containers whose `repr` is being written.
    pub(crate) showing: Vec<u64>,
    /// Regular expressions that were read.
    pub(crate) patterns: Rc<RefCell<Dict>>,
    /// All that may hold other values: kept, so that nothing is dropped deeper than one level at a time, and nothing leaks.
    kept: Vec<Value>,
    /// How many may be kept before those that nobody else holds are let go.
    room: usize,
    /// Frames to be used again.
    #[expect(clippy::vec_box, reason = "frames move between here, the running ones and generators")]
    spare: Vec<Box<Frame>>,
    /// How many frames there are.
    frames: u32,
    /// The exception that is being handled.
    handling: Option<Rc<Exception>>,
    /// Modules that were imported.
    modules: Vec<(Str, Value)>,
}

impl<'h> Vm<'h> {
    /// A fresh one.
    pub fn new(host: &'h dyn Host, budget: Budget) -> Self {
        Vm {
            host,
            left: budget,
            depth: 0,
            printed: String::new(),
            showing: Vec::new(),
            patterns: Rc::default(),
            kept: Vec::new(),
            room: make::ROOM,
            spare: Vec::new(),
            frames: 0,
            handling: None,
            modules: Vec::new(),
        }
    }

    /// The world outside.
    pub fn host(&self) -> &'h dyn Host {
        self.host
    }

    /// Runs a program. The variables are local names that it knows from the start. A program with `yield` gives a generator.
    ///
    /// # Errors
    /// The exception that it raised, or the budget that it spent.
    pub fn run(&mut self, program: &Program, variables: Vec<(Str, Value)>) -> Result<Value> {
        if self.left.deadline.is_some_and(|deadline| Instant::now() >= deadline) {
            return Err(crate::Limit::Time.into());
        }
        let globals = Globals::new(program);
        let code = Arc::clone(&program.0.code);
        let mut frame = self.frame(&code, &globals);
        frame.locals.resize_with(code.own, || None);
        for (name, value) in variables {
            if let Some(slot) = code.slots.iter().position(|slot| *slot == name)
                && let Some(place) = frame.locals.get_mut(slot)
            {
                *place = Some(value.clone());
            }
            if let Ok(place) = program.0.names.binary_search(&name) {
                globals.set(place, Some(value));
            }
        }
        frame.share(&[]);
        if code.generator {
            return self.generator(frame);
        }
        self.deeper(|vm| vm.execute(frame, None)).map(execute::Outcome::value)
    }

    /// What was printed so far.
    pub fn printed(&self) -> &str {
        &self.printed
    }

    /// What is left of the budget.
    pub fn remaining(&self) -> Budget {
        self.left
    }
}
