//! A policy that looks at events.

mod app;
mod config;
mod hooks;
mod model;
mod verdict;

pub use app::EventApp;
pub use config::EventMatcherPolicy;
pub(crate) use hooks::{MatcherHooks, PARAMS};
pub use model::EventModel;
pub(crate) use verdict::passes;
