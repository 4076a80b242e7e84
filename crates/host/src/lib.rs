//! What expressions see of the server, and what comes of them.
//!
//! [`evaluate`] runs a text in a [`Scope`]: what kind of expression it is, about whom, with which variables. Everything that the text
//! reaches beyond Python is made here: rows of our resources as objects ([`rows`]), the request, the functions whose names begin with
//! `ak_`. What may be read and written through rows stands in one table, `rows/access.rs`.
//!
//! An evaluation is synchronous and takes microseconds. Where it asks the database, the thread waits for it in place.

mod bag;
mod cache;
mod check;
mod evaluate;
mod functions;
mod json;
mod lint;
mod log;
mod modules;
mod python;
mod request;
pub mod rows;
mod scope;
mod session;
mod wait;
mod web;

pub use bag::bag;
pub use cache::Programs;
pub use check::Syntax;
pub use evaluate::{Failure, Outcome, evaluate};
pub use functions::{Extra, Extras};
pub use json::{from_json, to_json};
pub use lint::{Finding, lint};
pub use log::Note;
pub use rows::Row;
pub use scope::{Given, Kind, Scope};
pub use session::{Session, session};
pub use wait::wait_for;
pub use web::Web;
