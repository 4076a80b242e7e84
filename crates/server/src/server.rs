//! The way of a request: who asks, what for, and what they get.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use futures::future::BoxFuture;
use http::{Extensions, HeaderMap, header::IF_NONE_MATCH, request::Parts};
use hyper::body::Incoming;
use tracing::Instrument as _;
use vestibule_core::{authn, sessions::Sessions};
use vestibule_engine::{Answer, Api, Caller, Context, Request, SessionSlot};
use vestibule_pages::Look;
use vestibule_resource::{Error, Result};
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
            // A task of its own: a visitor who goes away does not stop it halfway, and what panics in it harms nobody else.
            let patience = self.patience;
            let mut work = tokio::spawn({
                let exchange = exchange.clone();
                async move { self.serve(&exchange, body).await }.instrument(span.clone())
            });
            let answered = tokio::time::timeout(patience, &mut work).await;
            let _entered = span.entered();
            let done = match answered {
                Ok(Ok(done)) => done,
                Ok(Err(error)) => exchange.broken(&Error::internal(format!("the request's task ended: {error}"))),
                Err(_elapsed) => {
                    work.abort();
                    exchange.broken(&Error::Refused(503, "The request took too long.".into()))
                }
            };
            exchange.end(done)
        })
    }
}

impl Server {
    async fn serve(&self, exchange: &Exchange, body: Incoming) -> Done {
        let (parts, route) = (exchange.parts(), exchange.route());
        match route {
            Route::Live => return exchange.done(Answer::empty(200)),
            Route::Ready => return exchange.done(self.ready().await),
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
                Ok(sent) => self.with_session(request, route, &parts.headers, &sent, &mut user).await,
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
            Route::Static(_) if request.path == face::BRAND_STYLE => Some(face::brand_style(&self.store, request).await),
            Route::Static(_) => {
                let seen = parts.headers.get(IF_NONE_MATCH).and_then(|seen| seen.to_str().ok());
                Some(face::file(&request.path, seen).ok_or_else(unknown))
            }
            _ => None,
        }
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
        let mut session = cx.session.lock().clone();
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
        match authn::authenticate(&self.services, &cx.request, &cx.session, credentials).await {
            Ok(caller) => cx.caller = caller,
            Err(error) => return dispatch::stranger(cx, route, error),
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
        let error = match result {
            Ok(answer) => return answer,
            Err(error) => error,
        };
        let style = Style::of(&self.store, request).await.unwrap_or_else(|_| Style::plain(request));
        let look: Look<'_> = style.look();
        wire::refusal(&error, Reader::of(route), &request.id, &look)
    }
}
