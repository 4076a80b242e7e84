//! A policy that looks at a password somebody is about to choose.

mod config;
mod pwned;
mod rules;
mod strength;
mod verdict;

pub use config::PasswordPolicy;
pub use pwned::PwnedPasswords;
pub(crate) use verdict::passes;
