//! Remote access to machines in the browser.

mod config;
mod hooks;
mod list;
mod settings;

use vestibule_engine::{Endpoint as Served, Operations};
use vestibule_resource::Model as _;

use crate::provider::UNASSIGNED;

pub use config::{AuthMode, ConnectionToken, Endpoint, Protocol, RACProvider};

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

const FULL_LIST: &str = r#"{"in":"query","name":"superuser_full_list","schema":{"type":"boolean"}}"#;

/// What the API serves.
pub(crate) fn endpoints() -> Vec<Served> {
    vec![
        Served::new(RACProvider::RESOURCE).param(UNASSIGNED),
        Served::new(Endpoint::RESOURCE).hooks(&hooks::EndpointHooks).list(|cx, _, _| Box::pin(list::list(cx))).param(FULL_LIST),
        Served::new(ConnectionToken::RESOURCE).operations(Operations::ALL.without(Operations::CREATE)).hooks(&hooks::ConnectionTokenHooks),
    ]
}
