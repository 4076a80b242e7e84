//! Outposts: programs that stand before applications elsewhere and ask this server, and where they are to be run.

mod connection;
mod outpost;
mod seen;

use vestibule_engine::Area;

pub use connection::{DockerServiceConnection, KubernetesServiceConnection, ServiceConnection};
pub use outpost::{EMBEDDED, Outpost, OutpostType, RIGHTS, account_name, open_accounts, token_identifier};

/// What the API serves of this area.
pub fn area() -> Area {
    let mut endpoints = connection::endpoints();
    endpoints.push(outpost::endpoint());
    Area { endpoints, standalone: Vec::new(), schemas: &[include_str!("schemas.json")] }
}
