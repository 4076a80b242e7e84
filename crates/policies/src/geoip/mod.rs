//! A policy that looks at where a visitor is.

mod config;
mod country;
mod history;
mod hooks;
mod list;
mod verdict;

pub use config::GeoIPPolicy;
pub use country::Country;
pub(crate) use hooks::GeoIPHooks;
pub(crate) use list::STANDALONE;
pub(crate) use verdict::passes;
