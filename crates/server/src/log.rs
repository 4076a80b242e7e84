//! Log lines: what is written, in which form, and where to.

use std::io;

use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt as _, util::SubscriberInitExt as _};

use crate::settings::Log;

/// Writes log lines to standard error from here on, panics among them. Only the first call counts.
pub(crate) fn start(log: &Log) {
    // The settings were judged before, so a filter that cannot be read does not come here.
    let filter = EnvFilter::try_new(&log.filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = fmt::layer().with_writer(io::stderr);
    let registry = tracing_subscriber::registry().with(filter);
    let started = if log.json {
        registry.with(lines.json().flatten_event(true).with_current_span(true).with_span_list(false)).try_init()
    } else {
        registry.with(lines.with_ansi(io::IsTerminal::is_terminal(&io::stderr()))).try_init()
    };
    std::panic::set_hook(Box::new(|panic| tracing::error!(%panic, "something panicked, which is a mistake in this program")));
    if started.is_err() {
        tracing::debug!("log lines were started twice");
    }
}
