//! A policy that looks at how old a user's password is.

mod config;
mod verdict;

pub use config::PasswordExpiryPolicy;
pub(crate) use verdict::passes;
