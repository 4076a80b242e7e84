//! Events: what happened, for people who look after the system.

mod action;
mod audit;
mod cleanse;
mod config;
mod emit;

pub use action::EventAction;
pub(crate) use audit::witness;
pub use cleanse::cleanse;
pub use config::Event;
pub use emit::{columns, emit, emit_as, emit_by_server, emit_in, reference};
