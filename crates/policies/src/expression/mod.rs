//! A policy that is a program.

mod config;

pub use config::ExpressionPolicy;
