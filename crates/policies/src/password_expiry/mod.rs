//! A policy that looks at how old a user's password is.

mod config;

pub use config::PasswordExpiryPolicy;
