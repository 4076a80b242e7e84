//! `set` and `frozenset`. They keep the order in which items came, which Python does not promise.

use std::cell::RefCell;

use crate::{Dict, Type};

/// `set`
pub static SET: Type = Type::new("set");
/// `frozenset`
pub static FROZENSET: Type = Type::new("frozenset");

/// A set.
pub struct Set {
    /// Whether it is a `frozenset`.
    pub frozen: bool,
    /// Its items, as keys.
    pub items: RefCell<Dict>,
}
