//! The way of a request: who asks, what for, and what they get.

use std::{
    any::Any,
    future::Future,
    net::SocketAddr,
    panic::AssertUnwindSafe,
    pin::Pin,
    sync::Arc,
    task::{self, Poll},
    time::Duration,
};

use futures::{FutureExt as _, future::BoxFuture};
use http::{Extensions, HeaderMap, header::IF_NONE_MATCH, request::Parts};
use hyper::body::Incoming;
use serde_json::json;
use tracing::Instrument as _;
use vestibule_admin::Files;
use vestibule_core::{
    authn, events,
    reputation::Scores,
    sessions::{self, Sessions},
};
use vestibule_engine::{Answer, Api, Caller, Context, Request, SessionSlot};
use vestibule_pages::Look;
use vestibule_resource::{Error, Result};
use vestibule_stages::user_login;
use vestibule_store::Store;

use crate::{
    dispatch::{self, Served},
    face::{self, Style},
    route::Route,
    settings::TrustedProxies,
    start::Setup,
    wire::{self, Done, Exchange, Handle, Reader, Response, Sent, Throttle},
};

/// Everything that serves requests.
pub(crate) struct Server {
    pub(crate) api: Arc<Api>,
    pub(crate) store: Store,
    pub(crate) services: Arc<Extensions>,
    pub(crate) sessions: Sessions,
    pub(crate) scores: Scores,
    pub(crate) setup: Setup,
    pub(crate) proxies: TrustedProxies,
    pub(crate) throttle: Throttle,
    /// Longest time of one request.
    pub(crate) patience: Duration,
}

impl Handle for Server {
    fn handle(self: Arc<Self>, incoming: http::Request<Incoming>, peer: SocketAddr) -> BoxFuture<'static, Response> {
        Box::pin(async move {
            let (parts, body) = incoming.into_parts();
            let exchange = Exchange::begin(parts, peer, self.store.world());
            let span = tracing::info_span!("request", id = exchange.id());
            let (asked, patience) = (exchange.clone(), self.patience);
            // Boxed: what is handed on below is then small, whatever a request needs.
            let work = async move { Box::pin(self.serve(&asked, body)).await };
            let done = guarded(&exchange, patience, work.instrument(span.clone())).await;
            span.in_scope(|| exchange.end(done))
        })
    }
}

/// Runs the work to its end: a visitor who goes away does not stop it halfway, what panics in it harms nobody else, and what takes
/// too long is ended.
async fn guarded(exchange: &Exchange, patience: Duration, work: impl Future<Output = Done> + Send + 'static) -> Done {
    // Whatever the work had in hand when it panicked went with it; what it shared is behind locks that look past poison.
    let work = tokio::time::timeout(patience, AssertUnwindSafe(work).catch_unwind());
    match ToTheEnd(Some(Box::pin(work))).await {
        Ok(Ok(done)) => done,
        Ok(Err(panic)) => exchange.broken(&Error::internal(format!("the request panicked: {}", words(&*panic)))),
        Err(_elapsed) => exchange.broken(&Error::Refused(503, "The request took too long.".into())),
    }
}

/// What a panic said.
fn words(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("without words")
}

/// Work that goes on in a task of its own when nobody waits for it any more. While somebody does it needs none, which spares a
/// request the way through the scheduler.
struct ToTheEnd<T: Future + Send + 'static>(Option<Pin<Box<T>>>)
where
    T::Output: Send;

impl<T: Future + Send + 'static> Future for ToTheEnd<T>
where
    T::Output: Send,
{
    type Output = T::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut task::Context<'_>) -> Poll<T::Output> {
        let Some(work) = self.0.as_mut() else { return Poll::Pending };
        let polled = work.as_mut().poll(cx);
        if polled.is_ready() {
            self.0 = None;
        }
        polled
    }
}

impl<T: Future + Send + 'static> Drop for ToTheEnd<T>
where
    T::Output: Send,
{
    fn drop(&mut self) {
        if let (Some(work), Ok(runtime)) = (self.0.take(), tokio::runtime::Handle::try_current()) {
            runtime.spawn(work);
        }
    }
}

impl Server {
    async fn serve(&self, exchange: &Exchange, body: Incoming) -> Done {
        let (parts, route) = (exchange.parts(), exchange.route());
        match route {
            Route::Live => return exchange.done(Answer::empty(200)),
            Route::Ready => return exchange.done(Box::pin(self.ready()).await),
            _ => {}
        }
        let visitor = match wire::visitor(exchange.peer(), &parts.uri, &parts.headers, &self.proxies) {
            Ok(visitor) => visitor,
            Err(error) => return exchange.broken(&error),
        };
        let request = wire::request(parts, visitor, exchange.id());
        let https = request.scheme == "https";
        let (ip, mut user) = (request.ip, None);
        let answer = match self.without_session(route, &request, parts).await {
            Some(answer) => self.shown(answer, &request, route).await,
            None => match wire::sent(route, &request, parts, body).await {
                Ok(sent) => Box::pin(self.with_session(request, route, &parts.headers, &sent, &mut user)).await,
                Err(error) => self.shown(Err(error), &request, route).await,
            },
        };
        Done { answer, ip, https, user }
    }

    /// Whether the database answers.
    async fn ready(&self) -> Answer {
        match self.store.ping().await {
            Ok(()) => Answer::empty(200),
            Err(error) => {
                tracing::error!(%error, "not ready: the database does not answer");
                Answer::empty(503)
            }
        }
    }

    /// Files, and addresses that lead nowhere.
    async fn without_session(&self, route: Route<'_>, request: &Request, parts: &Parts) -> Option<Result<Answer>> {
        let unknown = || Error::NotFound(String::new());
        match route {
            Route::Unknown => Some(Err(unknown())),
            Route::Static(_) if request.path == face::BRAND_STYLE => Some(Box::pin(face::brand_style(&self.store, request)).await),
            Route::Static(_) => {
                let seen = parts.headers.get(IF_NONE_MATCH).and_then(|seen| seen.to_str().ok());
                Some(face::file(&request.path, seen).ok_or_else(unknown))
            }
            Route::Media(name) => Some(Box::pin(self.media(name)).await.ok_or_else(unknown)),
            _ => None,
        }
    }

    /// A file that somebody uploaded.
    async fn media(&self, name: &str) -> Option<Answer> {
        self.services.get::<Files>()?.serve(name).await
    }

    /// Loads the session, serves the request, and saves the session, whatever came of the request.
    async fn with_session(&self, request: Request, route: Route<'_>, headers: &HeaderMap, sent: &Sent, user: &mut Option<i64>) -> Answer {
        let session = match self.sessions.load(&request).await {
            Ok(session) => SessionSlot::new(session),
            Err(error) => return self.shown(Err(error), &request, route).await,
        };
        let (api, store, services) = (self.api.clone(), self.store.clone(), self.services.clone());
        let mut cx = Context { api, store, caller: Caller::Anonymous, request, session, services };
        let served = self.admitted(&mut cx, route, headers, sent).await;
        *user = cx.caller.user();
        let mut session = std::mem::take(&mut *cx.session.lock());
        let (result, cookies) = match self.sessions.save(&cx.request, &mut session).await {
            Ok(cookies) => (served.result, cookies),
            // What the answer promises would not be true.
            Err(error) => (Err(error), Vec::new()),
        };
        let mut answer = self.shown(result, &cx.request, route).await;
        answer.headers.extend(served.allow.map(|allow| ("allow", allow)));
        for cookie in cookies {
            if !answer.headers.iter().any(|(_, value)| *value == cookie) {
                answer.headers.push(("set-cookie", cookie));
            }
        }
        answer
    }

    /// Finds out who asks, and lets them through to what they ask for.
    async fn admitted(&self, cx: &mut Context, route: Route<'_>, headers: &HeaderMap, sent: &Sent) -> Served {
        let credentials = wire::credentials(headers, sent);
        let judged_there = matches!(route, Route::Api(path) if cx.api.judges_credentials(path, &cx.request.method));
        let caller = match judged_there {
            true => Ok(Caller::Anonymous),
            false => authn::authenticate(&self.services, &cx.request, &cx.session, credentials).await,
        };
        match caller {
            Ok(caller) => cx.caller = caller,
            Err(error) => {
                let error = self.throttle.count(cx.request.ip, self.store.world().now()).err().unwrap_or(error);
                return dispatch::stranger(cx, route, error);
            }
        }
        if let Some(reason) = broken_binding(cx)
            && let Err(error) = Box::pin(end_bound(cx, reason)).await
        {
            return Served { result: Err(error), allow: None };
        }
        if cx.caller.user().is_none()
            && let Err(error) = self.throttle.count(cx.request.ip, self.store.world().now())
        {
            return Served { result: Err(error), allow: None };
        }
        dispatch::serve(cx, &self.setup, route, sent).await
    }

    /// The answer, or what is shown instead.
    async fn shown(&self, result: Result<Answer>, request: &Request, route: Route<'_>) -> Answer {
        match result {
            Ok(answer) => answer,
            Err(error) => Box::pin(self.refused(&error, request, route)).await,
        }
    }

    async fn refused(&self, error: &Error, request: &Request, route: Route<'_>) -> Answer {
        let style = Style::of(&self.store, request).await.unwrap_or_else(|_| Style::plain(request));
        let look: Look<'_> = style.look();
        wire::refusal(error, Reader::of(route), &request.id, &look)
    }
}

/// Whether the session is used from elsewhere than its login stage tied it to, and if so, which tie that breaks.
fn broken_binding(cx: &Context) -> Option<String> {
    let session = cx.session.lock();
    session.user.and_then(|_| user_login::binding_broken(&session, cx.request.ip))
}

/// Ends such a session; the request goes on as nobody's.
async fn end_bound(cx: &mut Context, reason: String) -> Result<()> {
    let context = json!({ "logout_reason": "Session binding broken", "binding": { "reason": reason } });
    events::emit(cx, "logout", context).await?;
    sessions::log_out(&mut cx.session.lock());
    cx.caller = Caller::Anonymous;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use vestibule_world::World;

    use super::*;

    fn exchange() -> Exchange {
        let (parts, ()) = http::Request::get("/api/v3/core/users/").body(()).unwrap().into_parts();
        Exchange::begin(parts, "127.0.0.1:1".parse().unwrap(), &World::real())
    }

    #[tokio::test]
    async fn a_panic_is_an_answer_with_status_500_and_a_reference() {
        let exchange = exchange();
        let done = guarded(&exchange, Duration::from_secs(60), async { panic!("secret detail") }).await;
        let response = exchange.end(done);
        assert_eq!(response.status(), 500);
        let page = http_body_util::BodyExt::collect(response.into_body()).await.unwrap().to_bytes();
        let page = String::from_utf8(page.to_vec()).unwrap();
        assert!(page.contains(exchange.id()) && !page.contains("secret detail"), "{page}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_request_that_never_ends_is_ended() {
        let exchange = exchange();
        let done = guarded(&exchange, Duration::from_secs(60), std::future::pending()).await;
        assert_eq!(exchange.end(done).status(), 503);
    }

    #[tokio::test]
    async fn work_goes_on_when_the_visitor_goes_away() {
        let (finished, seen) = tokio::sync::oneshot::channel();
        let (begun, ready) = tokio::sync::oneshot::channel();
        let exchange = exchange();
        let done = exchange.done(Answer::empty(200));
        let visit = guarded(&exchange, Duration::from_secs(60), async move {
            begun.send(()).unwrap();
            tokio::task::yield_now().await;
            finished.send(()).unwrap();
            done
        });
        tokio::select! {
            biased;
            _ = ready => {}
            _ = visit => unreachable!("the visitor went away first"),
        }
        assert_eq!(seen.await, Ok(()));
    }
}
