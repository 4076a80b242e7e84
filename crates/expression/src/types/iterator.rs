//! Iterators of ours.

use std::cell::RefCell;

use crate::{Result, Type, Value, Vm};

/// What gives one value after the other.
pub trait Iterate {
    /// The next; `None` at the end, and from then on.
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>>;

    /// A guess at how many are to come, for `Vec::with_capacity`; never a promise.
    fn remaining(&self) -> usize {
        0
    }
}

/// An iterator of ours as a value.
pub struct Iter {
    /// Its type (`list_iterator`, `zip`, `map`).
    pub class: &'static Type,
    /// What it does. Borrowed while it runs: whoever asks it from within itself gets a `ValueError`.
    pub state: RefCell<Box<dyn Iterate>>,
}
