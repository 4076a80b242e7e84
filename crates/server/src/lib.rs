//! The Vestibule server: areas put together, served over HTTP.
//!
//! [`command`] has what the program can do, [`settings`] what can be set. A request comes in through `wire`, `server` finds out
//! who asks, `route` and `dispatch` what for; the API is the engine's, flows are the executor's, and `face` has the pages around
//! them. `start` makes what a fresh installation begins with.

mod assemble;
pub mod command;
mod dispatch;
mod face;
mod gauges;
mod log;
mod metrics;
mod own;
mod root;
mod route;
mod secret_key;
mod server;
pub mod settings;
mod start;
mod wire;

pub use assemble::{api, catalog, openapi, resources};

/// Most connections that read the embedded database at the same time, or that are held to PostgreSQL.
const READERS: u32 = 4;

/// How the store is opened.
fn store_settings(settings: &settings::Settings) -> vestibule_store::Settings {
    vestibule_store::Settings { database: settings.database.clone(), readers: READERS }
}
