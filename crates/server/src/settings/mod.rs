//! Settings: flags of the command line and variables of the environment.
//!
//! [`table`] lists them, [`raw`] gathers what was written, [`Settings::read`] judges all of it at once, so that an administrator
//! hears of every mistake in one go, from `vestibule serve` and from `vestibule check` alike.

mod parse;
mod proxies;
mod raw;
mod table;

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use vestibule_mail::Mailer;
use vestibule_outbound::Guard;
use vestibule_store::Database;

pub use proxies::TrustedProxies;
pub use raw::{Raw, flags};

/// Everything that can be set, in usable form.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where to serve.
    pub listen: SocketAddr,
    /// Folder of the embedded database and of the secret key.
    pub data: PathBuf,
    /// Which database.
    pub database: Database,
    /// Signs session cookies; `None` when the server has to make one and keep it.
    pub secret_key: Option<String>,
    /// What the first start makes of the administrator.
    pub bootstrap: Bootstrap,
    /// Where to serve metrics; `None` when off.
    pub metrics: Option<SocketAddr>,
    /// Where mail goes.
    pub mailer: Mailer,
    /// Whose forwarded headers count.
    pub proxies: TrustedProxies,
    /// Requests per second and address without a login; 0 means no bound.
    pub anonymous_rate: u32,
    /// Work per password hash.
    pub password_cost: PasswordCost,
    /// What expressions may send requests to.
    pub expression_networks: Guard,
    /// File that tells where addresses are.
    pub geoip_city: Option<PathBuf>,
    /// File that tells whose network addresses belong to.
    pub geoip_asn: Option<PathBuf>,
    /// Whom policies ask for stolen passwords.
    pub pwned_passwords: String,
    /// What is logged, and how.
    pub log: Log,
    /// Longest time of one request.
    pub request_timeout: Duration,
    /// Longest time to wait for open requests at the end.
    pub shutdown_timeout: Duration,
}

/// What the first start makes of the administrator.
#[derive(Debug, Clone, Default)]
pub struct Bootstrap {
    /// Password; with it there is no set-up link.
    pub password: Option<String>,
    /// Key of an API token.
    pub token: Option<String>,
    /// Address.
    pub email: Option<String>,
}

/// Work per password hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordCost {
    /// What protects passwords.
    Default,
    /// As little as possible; for tests and measurements only.
    Lowest,
}

/// What is logged, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// A filter in the notation of `tracing_subscriber::EnvFilter`.
    pub filter: String,
    /// One JSON object per line instead of text.
    pub json: bool,
}

/// Something wrong with the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The variable to change.
    pub setting: String,
    /// What is wrong.
    pub problem: String,
    /// What to write instead.
    pub change: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}: {}; {}", self.setting, self.problem, self.change)
    }
}
