//! Everything that the API does with resources, read from their descriptors; it names no concrete resource.
//!
//! A request becomes a [`Context`] (who asks, what they sent). [`Engine::handle`] finds the [`Endpoint`], checks permissions,
//! validates, reads or writes, and answers in the contract's shapes. What is irregular about a resource stands in its own
//! folder: [`Hooks`] around the regular operations, and [`Action`]s beside them.

mod action;
mod answer;
mod api;
mod area;
mod body;
mod caller;
mod chain;
mod context;
mod draft;
mod endpoint;
mod filter;
mod form;
mod hooks;
mod openapi;
mod operations;
mod options;
mod page;
mod params;
mod parse;
mod permission;
pub mod ql;
mod read;
mod rights;
mod route;
mod search;
mod session;
mod show;
mod standalone;
mod types;
mod validate;
mod write;

pub use action::{Action, Need, Run, Schema, Target};
pub use answer::{Answer, Body};
pub use api::{Api, Handled, OWN};
pub use area::Area;
pub use body::type_name;
pub use caller::{Caller, Identity, Via};
pub use chain::Chain;
pub use context::{Audit, Context, Followers, Request, Watch};
pub use draft::Draft;
pub use endpoint::{Access, Endpoint};
pub use form::File;
pub use hooks::Hooks;
pub use openapi::document;
pub use operations::Operations;
pub use page::{Page, Placed};
pub use params::Params;
pub use permission::codename;
pub use rights::{Holdings, Rights};
pub use search::found;
pub use session::{Session, SessionSlot, Write};
pub use standalone::Standalone;
pub use types::types;
pub use validate::{checked_value, is_email};
