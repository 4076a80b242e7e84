//! A policy that is a program.

mod call;
mod config;
mod verdict;

use vestibule_host::Syntax;

pub use call::{FUNCTIONS, deeper};
pub use config::ExpressionPolicy;
pub(crate) use verdict::passes;

/// Texts that are no programs are refused.
pub(crate) static SYNTAX: Syntax = Syntax(&[("expression", None)]);
