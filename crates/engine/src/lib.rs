//! Everything that the API does with resources, read from their descriptors; it names no concrete resource.
//!
//! A request becomes a [`Context`] (who asks, what they sent). [`Engine::handle`] finds the [`Endpoint`], checks permissions,
//! validates, reads or writes, and answers in the contract's shapes. What is irregular about a resource stands in its own
//! folder: [`Hooks`] around the regular operations, and [`Action`]s beside them.

mod action;
mod answer;
mod api;
mod body;
mod caller;
mod context;
mod draft;
mod endpoint;
mod filter;
mod hooks;
mod openapi;
mod options;
mod page;
mod params;
mod parse;
mod permission;
mod read;
mod route;
mod search;
mod session;
mod show;
mod standalone;
mod validate;
mod write;

pub use action::{Action, Need, Run, Schema, Target};
pub use answer::{Answer, Body};
pub use api::{Api, Handled};
pub use body::type_name;
pub use caller::{Caller, Identity, Via};
pub use context::{Context, Request};
pub use draft::Draft;
pub use endpoint::{Access, Endpoint, Operations};
pub use hooks::{Hooks, Plain};
pub use openapi::document;
pub use params::Params;
pub use session::{Session, SessionSlot, Write};
pub use standalone::Standalone;
pub use validate::{checked_value, is_email};
