//! Secrets: passwords, signed cookies, forgery tokens, digests, and the durations that limit them.
//!
//! A leaf: it knows neither resources nor HTTP. Everything that compares secrets does so in constant time.

pub mod csrf;
mod digest;
pub mod duration;
mod passwords;
pub mod signed;

pub use digest::{same, sha256_hex, uid};
pub use passwords::{BadCost, Cost, Passwords, Verdict, is_usable, unusable};
