//! Functions and methods.

use crate::Type;

/// A function of the program.
pub static FUNCTION: Type = Type::new("function");
/// A function of ours.
pub static NATIVE: Type = Type::new("builtin_function_or_method");
/// A function with its first argument.
pub static BOUND: Type = Type::new("method");
