//! Figures for Prometheus, on a listener of their own.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use bytes::Bytes;
use futures::future::BoxFuture;
use http::{Method, StatusCode, header::CONTENT_TYPE};
use http_body_util::Full;
use hyper::body::Incoming;
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use vestibule_store::Store;

use crate::wire::{Handle, Response};

/// Requests, by method, route and status.
const REQUESTS: &str = "vestibule_http_requests_total";
/// Time per request in seconds, by route.
const DURATION: &str = "vestibule_http_request_duration_seconds";

/// Upper bounds of the duration buckets, in seconds.
const BUCKETS: &[f64] = &[0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// How often what was recorded is folded into the buckets, so that memory stays bounded when nobody asks for it.
const UPKEEP: Duration = Duration::from_secs(5);

/// What shows the figures.
pub(crate) struct Figures {
    handle: PrometheusHandle,
    store: Store,
}

impl Figures {
    /// Starts to count.
    ///
    /// # Errors
    /// When somebody counts already.
    pub(crate) fn start(store: Store) -> Result<Arc<Self>, BuildError> {
        let durations = Matcher::Suffix("_seconds".to_owned());
        let handle = PrometheusBuilder::new().set_buckets_for_metric(durations, BUCKETS)?.install_recorder()?;
        describe();
        let figures = Arc::new(Figures { handle, store });
        tokio::spawn(upkeep(figures.handle.clone()));
        Ok(figures)
    }

    async fn show(&self) -> String {
        match crate::gauges::refresh(&self.store).await {
            Ok(()) => {}
            Err(error) => tracing::warn!(%error, "some figures could not be refreshed"),
        }
        self.handle.render()
    }
}

fn describe() {
    crate::gauges::describe();
    metrics::describe_counter!(REQUESTS, "Requests, by method, route and status.");
    metrics::describe_histogram!(DURATION, metrics::Unit::Seconds, "Time per request, by route.");
    let stages = "Time that a stage of a flow takes to ask or to judge an answer, by type.";
    metrics::describe_histogram!("vestibule_flow_stage_duration_seconds", metrics::Unit::Seconds, stages);
    metrics::gauge!("vestibule_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
}

async fn upkeep(handle: PrometheusHandle) {
    let mut ticks = tokio::time::interval(UPKEEP);
    loop {
        ticks.tick().await;
        handle.run_upkeep();
    }
}

/// Counts one answered request.
pub(crate) fn count(method: &Method, route: &'static str, status: StatusCode, took: Duration) {
    metrics::counter!(REQUESTS, "method" => word(method), "route" => route, "status" => status.as_str().to_owned()).increment(1);
    metrics::histogram!(DURATION, "route" => route).record(took.as_secs_f64());
}

/// Methods that somebody made up share one word, so that they cannot fill the table.
fn word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

impl Handle for Figures {
    fn handle(self: Arc<Self>, request: http::Request<Incoming>, _peer: SocketAddr) -> BoxFuture<'static, Response> {
        Box::pin(async move {
            let found = matches!(request.uri().path(), "/metrics" | "/metrics/" | "/-/metrics/");
            let (status, text) = if found { (StatusCode::OK, self.show().await) } else { (StatusCode::NOT_FOUND, String::new()) };
            let mut answer = Response::new(Full::new(Bytes::from(text)));
            *answer.status_mut() = status;
            answer.headers_mut().insert(CONTENT_TYPE, http::HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8"));
            answer
        })
    }
}
