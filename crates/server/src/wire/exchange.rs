//! One request with its answer: its id, its log line, its place in the figures, and the headers around it all.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Instant,
};

use bytes::Bytes;
use http::request::Parts;
use http_body_util::Full;
use vestibule_engine::Answer;
use vestibule_pages::Look;
use vestibule_resource::Error;
use vestibule_world::World;

use vestibule_core::redact;

use super::{Response, compress, headers, reply, reply::Reader};
use crate::{metrics, route::Route};

/// A request that is being answered. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Exchange(Arc<Inner>);

struct Inner {
    id: String,
    parts: Parts,
    peer: SocketAddr,
    /// Durations are measured on the machine's own monotonic clock; no decision depends on them.
    began: Instant,
}

/// What a request came to.
pub(crate) struct Done {
    pub(crate) answer: Answer,
    /// Address of the visitor, as far as it is known.
    pub(crate) ip: IpAddr,
    /// The visitor came over TLS.
    pub(crate) https: bool,
    /// Key of the user who asked.
    pub(crate) user: Option<i64>,
}

impl Exchange {
    pub(crate) fn begin(parts: Parts, peer: SocketAddr, world: &World) -> Self {
        let id = world.uuid().simple().to_string();
        Exchange(Arc::new(Inner { id, parts, peer, began: Instant::now() }))
    }

    /// Id of the request, 32 hexadecimal digits.
    pub(crate) fn id(&self) -> &str {
        &self.0.id
    }

    /// Everything that was sent but the body.
    pub(crate) fn parts(&self) -> &Parts {
        &self.0.parts
    }

    /// Who is at the other end of the connection; perhaps a proxy.
    pub(crate) fn peer(&self) -> SocketAddr {
        self.0.peer
    }

    /// What the request is for.
    pub(crate) fn route(&self) -> Route<'_> {
        Route::of(self.0.parts.uri.path())
    }

    /// The request came to this answer before anything was known about the visitor.
    pub(crate) fn done(&self, answer: Answer) -> Done {
        Done { answer, ip: self.0.peer.ip(), https: false, user: None }
    }

    /// The same for an error, shown in a plain look.
    pub(crate) fn broken(&self, error: &Error) -> Done {
        self.done(reply::refusal(error, Reader::of(self.route()), self.id(), &Look::default()))
    }

    /// The answer as HTTP, logged and counted.
    pub(crate) fn end(&self, done: Done) -> Response {
        let (ip, user) = (done.ip, done.user);
        let (mut head, body) = reply::response(done.answer).into_parts();
        headers::complete(&mut head.headers, self.route(), self.id(), done.https);
        let body = compress::compress(&self.0.parts.headers, &mut head.headers, body);
        self.log(head.status.as_u16(), ip, user);
        metrics::count(&self.0.parts.method, self.route().class(), head.status, self.0.began.elapsed());
        Response::from_parts(head, Full::new(body))
    }

    fn log(&self, status: u16, ip: IpAddr, user: Option<i64>) {
        let Parts { method, uri, .. } = &self.0.parts;
        let quiet = matches!(self.route(), Route::Live | Route::Ready | Route::Static(_));
        if !tracing::enabled!(tracing::Level::INFO) || (quiet && !tracing::enabled!(tracing::Level::DEBUG)) {
            return;
        }
        let milliseconds = self.0.began.elapsed().as_secs_f64() * 1000.0;
        let path = redact::path(uri.path());
        let query = uri.query().map(redact::query).unwrap_or_default();
        if quiet {
            tracing::debug!(%method, path, query, status, milliseconds, %ip, "answered");
        } else {
            tracing::info!(%method, path, query, status, milliseconds, %ip, user, "answered");
        }
    }
}

/// An answer with its body still in one piece.
pub(super) type Whole = http::Response<Bytes>;
