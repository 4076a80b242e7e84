//! Generators of the program.

use std::cell::RefCell;

use crate::{Type, vm::Frame};

/// A generator.
pub static GENERATOR: Type = Type::new("generator");

/// A function that waits at a `yield`.
pub struct Generator {
    /// Name of its function.
    pub name: crate::Str,
    /// Where it waits; `None` while it runs and after its end.
    pub frame: RefCell<Option<Box<Frame>>>,
    /// Whether it runs right now.
    pub running: std::cell::Cell<bool>,
}
