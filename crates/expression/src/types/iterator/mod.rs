//! Iterators of ours.

mod lazy;
mod plain;

use std::cell::RefCell;

pub use lazy::{ENUMERATE, FILTER, MAP, REVERSED, ZIP};
pub(crate) use plain::{Bytes, DictPart, Pairs, of};

use crate::{Args, Method, Result, Stop, Type, Value, Vm, exception};

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

/// What every iterator can do: a base of all types of iterators.
pub static ITERATOR: Type =
    Type { methods: &[Method { name: "__next__", call: next }, Method { name: "__iter__", call: itself }], ..Type::new("iterator") };

fn next(vm: &mut Vm<'_>, iterator: &Value, args: Args) -> Result<Value> {
    args.none("__next__")?;
    let stop = || Stop::raise_with(&exception::STOP_ITERATION, Vec::new());
    vm.next(iterator)?.ok_or_else(stop)
}

fn itself(_vm: &mut Vm<'_>, iterator: &Value, args: Args) -> Result<Value> {
    args.none("__iter__")?;
    Ok(iterator.clone())
}
