//! Python in a sandbox: what policies and property mappings are written in.
//!
//! A text becomes the body of a function ([`compile`]), is compiled once to a [`Program`] that any thread may run, and runs in a
//! [`Vm`]: one evaluation, with its own heap, [`Budget`] and [`Host`]. There are no files, no environment, no processes and no
//! imports but those in [`modules`]; everything else that a program can reach is a value that the host put there. A budget that is
//! spent ends the evaluation as a [`Stop::Limit`], which no `except` and no `finally` of the program sees.
//!
//! | module | what it holds |
//! |---|---|
//! | `parse`, `compile`, `code` | from text to instructions |
//! | `vm` | frames, calls, generators, unwinding; the entry points that natives use (`call`, `iterate`, …) |
//! | `value`, `dict`, `class`, `object` | what programs compute with |
//! | `types` | one file per built-in type: its methods as a table |
//! | `operate` | operators, comparison, hashing, truth, items: what a value does |
//! | `format` | `repr`, `str`, `%`, `.format`, format specifications |
//! | `builtins` | built-in functions |
//! | `modules` | one file per module that can be imported |
//! | `host` | what the world outside must provide |

mod args;
mod budget;
mod builtins;
pub mod class;
mod code;
mod compile;
mod dict;
mod error;
mod format;
mod host;
pub mod modules;
mod object;
pub mod operate;
mod parse;
pub mod types;
mod value;
mod vm;

pub use args::{Args, Spec};
pub use budget::{Budget, Limit};
pub use builtins::is_known as is_builtin;
pub use class::{Class, ClassRef, Method, Native, Type};
pub use code::{Import, Program, Use};
pub use compile::compile;
pub use dict::Dict;
pub use error::{Exception, Result, Stop};
pub use host::{Host, Module};
pub use object::Object;
pub use parse::SyntaxError;
pub use types::exception;
pub use value::{Str, Value};
pub use vm::{Frame, Function, Vm};
