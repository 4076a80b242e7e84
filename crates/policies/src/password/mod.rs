//! A policy that looks at a password somebody is about to choose.

mod config;
mod verdict;

pub use config::PasswordPolicy;
pub(crate) use verdict::passes;
