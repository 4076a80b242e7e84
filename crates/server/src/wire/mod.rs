//! HTTP: reading requests, writing answers. What the requests are for is decided elsewhere.

mod compress;
mod exchange;
pub(crate) mod form;
mod forwarded;
mod headers;
mod listener;
mod reply;
mod request;
mod throttle;

use bytes::Bytes;
use http_body_util::Full;

pub(crate) use exchange::{Done, Exchange};
pub(crate) use forwarded::visitor;
pub(crate) use listener::{Handle, serve};
pub(crate) use reply::{Reader, refusal};
pub(crate) use request::{Sent, credentials, request, sent};
pub(crate) use throttle::Throttle;

/// An answer as HTTP.
pub(crate) type Response = http::Response<Full<Bytes>>;
