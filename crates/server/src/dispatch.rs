//! From a route to what serves it. There is no handler per endpoint: the API is the engine's, the flows are the executor's.

use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Result};

use crate::{face, route::Route, start::Setup, wire::Sent};

/// What came of a request, with the methods that its address takes.
pub(crate) struct Served {
    pub(crate) result: Result<Answer>,
    /// For the `Allow` header; `None` where there is none.
    pub(crate) allow: Option<String>,
}

/// Methods of the executor, as the contract tells them.
const EXECUTOR: &str = "GET, POST, HEAD, OPTIONS";

/// Methods of what can only be read.
const READ: &str = "GET, HEAD, OPTIONS";

/// Serves a request of a caller who is known, or known to be nobody.
///
/// Each way is boxed: together in one future they would make every request as large as the largest.
pub(crate) async fn serve(cx: &Context, setup: &Setup, route: Route<'_>, sent: &Sent) -> Served {
    match route {
        Route::Api(path) => {
            let handled = Box::pin(cx.api.handle(cx, path, &sent.body)).await;
            if handled.allow.is_none() && cx.request.method == "OPTIONS" {
                return nothing();
            }
            Served { result: handled.result, allow: handled.allow }
        }
        Route::Executor(slug) => Served { result: Box::pin(executor(cx, slug, sent)).await, allow: Some(EXECUTOR.to_owned()) },
        Route::Inspector(slug) => Served { result: Box::pin(vestibule_flow::inspect(cx, slug)).await, allow: Some(READ.to_owned()) },
        _ => Box::pin(page(cx, setup, route, sent)).await,
    }
}

/// The contract's answer to OPTIONS for an address of the API that leads nowhere.
fn nothing() -> Served {
    Served { result: Ok(Answer::html(200, String::new())), allow: Some(READ.to_owned()) }
}

/// Answers somebody who said who they are and is not believed. What they asked for plays no part, but for whether it exists.
pub(crate) fn stranger(cx: &Context, route: Route<'_>, error: Error) -> Served {
    match (route, &error) {
        (Route::Api(path), _) => match cx.api.allow(path) {
            Some(allow) => Served { result: Err(error), allow: Some(allow) },
            None => Served { result: Err(Error::NotFound(String::new())), allow: None },
        },
        // The protocol tells failures of a known visitor as challenges.
        (Route::Executor(_), Error::Denied(_)) => {
            Served { result: Ok(vestibule_flow::failed(cx, &error)), allow: Some(EXECUTOR.to_owned()) }
        }
        (Route::Executor(_), _) => Served { result: Err(error), allow: Some(EXECUTOR.to_owned()) },
        _ => Served { result: Err(error), allow: None },
    }
}

async fn executor(cx: &Context, slug: &str, sent: &Sent) -> Result<Answer> {
    let refused = || Error::Refused(405, format!("Method \"{}\" not allowed.", cx.request.method));
    match cx.request.method.as_str() {
        "GET" => vestibule_flow::get(cx, slug, &cx.request.params).await,
        "POST" => vestibule_flow::post(cx, slug, &cx.request.params, &sent.body).await,
        "HEAD" => Err(refused()),
        _ => Ok(vestibule_flow::failed(cx, &refused())),
    }
}

/// Pages: shown on GET, and a few take a form.
async fn page(cx: &Context, setup: &Setup, route: Route<'_>, sent: &Sent) -> Served {
    let takes_form = matches!(route, Route::FlowPage(_) | Route::Setup(_));
    let result = match (cx.request.method.as_str(), sent.form.as_deref()) {
        // Looking ahead must have no effect: these pages act when they are fetched.
        ("HEAD", _) if matches!(route, Route::FlowPage(_) | Route::UseToken(_) | Route::Cancel | Route::Configure(_)) => {
            Ok(Answer::empty(200))
        }
        ("GET" | "HEAD", _) => show(cx, setup, route).await,
        ("POST", Some(fields)) if takes_form => take(cx, setup, route, fields).await,
        (method, _) => {
            let allow = if takes_form { "GET, POST, HEAD" } else { "GET, HEAD" };
            let refused = Error::Refused(405, format!("Method \"{method}\" not allowed."));
            return Served { result: Err(refused), allow: Some(allow.to_owned()) };
        }
    };
    Served { result, allow: None }
}

async fn show(cx: &Context, setup: &Setup, route: Route<'_>) -> Result<Answer> {
    match route {
        Route::Root => Ok(face::root(cx)),
        Route::ApiRoot => Ok(face::api_root()),
        Route::Interface(which) => face::interface(cx, which).await,
        Route::FlowPage(slug) => face::show_flow(cx, slug).await,
        Route::DefaultFlow(designation) => vestibule_flow::doors::default(cx, designation).await,
        Route::Cancel => vestibule_flow::doors::cancel(cx).await,
        Route::Configure(stage) => vestibule_flow::doors::configure(cx, stage).await,
        Route::UseToken(key) => face::use_token(cx, key).await,
        Route::Setup(key) => face::show_setup(cx, setup, key).await,
        Route::Live
        | Route::Ready
        | Route::Static(_)
        | Route::Media(_)
        | Route::Api(_)
        | Route::Executor(_)
        | Route::Inspector(_)
        | Route::Unknown => Err(Error::NotFound(String::new())),
    }
}

async fn take(cx: &Context, setup: &Setup, route: Route<'_>, fields: &[(String, String)]) -> Result<Answer> {
    match route {
        Route::FlowPage(slug) => face::take_flow(cx, slug, fields).await,
        Route::Setup(key) => face::take_setup(cx, setup, key, fields).await,
        _ => Err(Error::NotFound(String::new())),
    }
}
