//! Requests that the server makes to other servers. There is one client for all of them, so what they may reach and how long they
//! may take is decided in one place.

mod exchange;
mod guard;
mod name;

pub use exchange::{Exchange, Reply};
pub use guard::Guard;
pub use name::name_of;

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use reqwest::{Client, redirect};

/// Name that the server gives itself.
const USER_AGENT: &str = concat!("Vestibule/", env!("CARGO_PKG_VERSION"));

/// The client of the server. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Outbound {
    client: Arc<OnceLock<Client>>,
    guard: Option<Guard>,
}

/// Why there is no reply, in words for administrators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboundError(pub String);

impl fmt::Display for OutboundError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for OutboundError {}

impl Outbound {
    /// A client that reaches only what a guard admits: for requests whose address an administrator's expression chooses.
    pub fn guarded(guard: Guard) -> Self {
        Outbound { client: Arc::default(), guard: Some(guard) }
    }

    /// Who says what may be reached; `None` when everything may.
    pub fn guard(&self) -> Option<&Guard> {
        self.guard.as_ref()
    }

    /// Sends a request and reads the reply. Redirects are replies like others: whoever follows one asks anew.
    ///
    /// # Errors
    /// When there is no reply in time, or it is longer than the request takes.
    pub async fn send(&self, exchange: Exchange) -> Result<Reply, OutboundError> {
        if let Some(guard) = &self.guard {
            guard.check(&exchange.url)?;
        }
        let limit = exchange.limit;
        let late = || OutboundError(format!("there was no reply within {} seconds", limit.as_secs_f64()));
        tokio::time::timeout(limit, exchange.run(self.client()?)).await.unwrap_or_else(|_| Err(late()))
    }

    /// The client, made when it is first used: a machine without any certificate authorities can serve all that needs none.
    fn client(&self) -> Result<&Client, OutboundError> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        let mut builder = Client::builder().redirect(redirect::Policy::none()).user_agent(USER_AGENT);
        if let Some(guard) = &self.guard {
            // A proxy of the environment would look names up itself.
            builder = builder.dns_resolver(Arc::new(guard.clone())).no_proxy();
        }
        let client = builder.build().map_err(|error| OutboundError(format!("no client can be made: {error}")))?;
        Ok(self.client.get_or_init(|| client))
    }
}
