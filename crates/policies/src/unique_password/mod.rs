//! A policy that looks at the passwords somebody had before.

mod config;
mod verdict;

pub use config::UniquePasswordPolicy;
pub(crate) use verdict::passes;
