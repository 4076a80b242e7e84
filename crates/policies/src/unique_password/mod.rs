//! A policy that looks at the passwords somebody had before.

mod config;

pub use config::UniquePasswordPolicy;
