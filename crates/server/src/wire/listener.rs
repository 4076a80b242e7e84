//! Accepting connections, and ending without cutting anybody off.
//!
//! Straight on hyper: its own builder bounds the size of headers and the time they may take, which a framework's does not offer,
//! and with one dispatch for everything there is nothing left for a framework's router.

use std::{convert::Infallible, future::Future, io, net::SocketAddr, sync::Arc, time::Duration};

use futures::future::BoxFuture;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
};

use super::Response;

/// Most connections at the same time; further ones wait in the backlog of the operating system.
const MOST_CONNECTIONS: usize = 8192;

/// Longest time from one request to the headers of the next.
const IDLE: Duration = Duration::from_secs(75);

/// Largest request line with headers, in bytes.
const LARGEST_HEAD: usize = 64 * 1024;

/// What answers requests.
pub(crate) trait Handle: Send + Sync + 'static {
    /// Answers one request of the peer.
    fn handle(self: Arc<Self>, request: http::Request<Incoming>, peer: SocketAddr) -> BoxFuture<'static, Response>;
}

/// Serves until `end` is ready, then lets open requests finish for as long as `patience`.
pub(crate) async fn serve(listener: TcpListener, handler: Arc<dyn Handle>, end: impl Future<Output = ()>, patience: Duration) {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let mut end = std::pin::pin!(end);
    loop {
        let accepted = tokio::select! {
            () = &mut end => break,
            accepted = accept(&listener, &places) => accepted,
        };
        if let Some((stream, peer, place)) = accepted {
            spawn(&graceful, stream, peer, handler.clone(), place);
        }
    }
    drop(listener);
    let open = graceful.count();
    if tokio::time::timeout(patience, graceful.shutdown()).await.is_err() {
        tracing::warn!(open, "open requests took longer than VESTIBULE_SHUTDOWN_TIMEOUT and were cut off");
    }
}

/// One connection, once there is a place for it; `None` when it came to nothing.
async fn accept(listener: &TcpListener, places: &Arc<Semaphore>) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = places.clone().acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, peer, place)),
        Err(error) if is_the_clients(&error) => None,
        Err(error) => {
            tracing::error!(%error, "no connection can be accepted");
            // Out of file descriptors, most likely: trying again at once would only burn the processor.
            tokio::time::sleep(Duration::from_millis(200)).await;
            None
        }
    }
}

fn is_the_clients(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::ConnectionRefused | io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset)
}

fn spawn(graceful: &GracefulShutdown, stream: TcpStream, peer: SocketAddr, handler: Arc<dyn Handle>, place: OwnedSemaphorePermit) {
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| {
        let answer = handler.clone().handle(request, peer);
        async { Ok::<_, Infallible>(answer.await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(IDLE)
        .max_header_size(LARGEST_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let watched = graceful.watch(connection);
    tokio::spawn(async move {
        if let Err(error) = watched.await {
            tracing::debug!(%error, %peer, "a connection broke");
        }
        drop(place);
    });
}
