//! Running programs.

mod attribute;
mod budget;
mod call;
mod frame;
mod function;
mod iterate;
mod make;

pub use frame::Frame;
pub use function::Function;

use std::time::Instant;

use crate::{Budget, Host, Program, Result, Str, Value};

/// One evaluation: its heap, its budget, its host. Nothing outlives it but the values that are taken out by hand.
pub struct Vm<'h> {
    host: &'h dyn Host,
    left: Budget,
    depth: u32,
    /// What the program printed.
    printed: String,
    /// Containers whose `repr` is being written.
    pub(crate) showing: Vec<u64>,
    started: Instant,
}

impl<'h> Vm<'h> {
    /// A fresh one.
    pub fn new(host: &'h dyn Host, budget: Budget) -> Self {
        Vm { host, left: budget, depth: 0, printed: String::new(), showing: Vec::new(), started: Instant::now() }
    }

    /// The world outside.
    pub fn host(&self) -> &'h dyn Host {
        self.host
    }

    /// Runs a program. The variables are local names that it knows from the start. A program with `yield` gives a generator.
    ///
    /// # Errors
    /// The exception that it raised, or the budget that it spent.
    pub fn run(&mut self, _program: &Program, _variables: Vec<(Str, Value)>) -> Result<Value> {
        Ok(Value::None)
    }

    /// What was printed so far.
    pub fn printed(&self) -> &str {
        &self.printed
    }
}
