//! From HTTP to what areas work with.

use std::{borrow::Cow, time::Duration};

use bytes::Bytes;
use http::{
    HeaderMap, HeaderName, Method,
    header::{ACCEPT, ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, EXPECT, ORIGIN, USER_AGENT},
    request::Parts,
};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use hyper::body::{Body as _, Incoming};
use vestibule_core::authn::Credentials;
use vestibule_engine::{Params, Request};
use vestibule_resource::{Error, Result};

use super::{form, forwarded::Visitor};
use crate::route::Route;

/// Largest body, in bytes; the contract's limit.
const LARGEST_BODY: usize = 32 * 1024 * 1024;

/// How much of a body that is too large is still read, in bytes.
const DRAINED: usize = 4 * LARGEST_BODY;

/// For how long that goes on.
const DRAINING: Duration = Duration::from_secs(15);

/// What a client sent, except for the body.
pub(crate) fn request(parts: &Parts, visitor: Visitor, id: &str) -> Request {
    let headers = &parts.headers;
    let query = parts.uri.query().unwrap_or_default();
    Request {
        id: id.to_owned(),
        method: parts.method.as_str().to_owned(),
        path: parts.uri.path().to_owned(),
        query: query.to_owned(),
        params: Params::parse(query),
        scheme: visitor.scheme.to_owned(),
        host: visitor.host,
        ip: visitor.ip,
        user_agent: text(headers, &USER_AGENT),
        accept: text(headers, &ACCEPT),
        content_type: text(headers, &CONTENT_TYPE),
        language: text(headers, &ACCEPT_LANGUAGE),
        authorization: text(headers, &AUTHORIZATION),
        cookies: cookies(headers),
    }
}

/// The body of a request.
pub(crate) struct Sent {
    /// The body, whole.
    pub(crate) body: Bytes,
    /// Its fields, when it is the form of a page.
    pub(crate) form: Option<Vec<(String, String)>>,
}

/// Reads the body.
///
/// # Errors
/// `Refused(413)` when it is too large, `Refused(400)` when it breaks off, `Refused(415)` when a page is sent what is no form.
pub(crate) async fn sent(route: Route<'_>, request: &Request, parts: &Parts, incoming: Incoming) -> Result<Sent> {
    let body = body(&parts.headers, incoming).await?;
    let takes_form = parts.method == Method::POST && matches!(route, Route::FlowPage(_) | Route::Setup(_));
    let form = if takes_form { Some(form::read(&request.content_type, &body)?) } else { None };
    Ok(Sent { body, form })
}

/// What a client says who it is by: headers, or the token in a page's form, which cannot set a header.
pub(crate) fn credentials<'a>(headers: &'a HeaderMap, sent: &'a Sent) -> Credentials<'a> {
    let header = |name: HeaderName| headers.get(name)?.to_str().ok();
    let csrf = match &sent.form {
        Some(fields) => Some(form::value(fields, vestibule_pages::CSRF_FIELD)),
        None => header(HeaderName::from_static("x-authentik-csrf")),
    };
    Credentials { authorization: header(AUTHORIZATION), csrf, origin: header(ORIGIN) }
}

async fn body(headers: &HeaderMap, mut body: Incoming) -> Result<Bytes> {
    if body.is_end_stream() {
        return Ok(Bytes::new());
    }
    let told = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if told.is_some_and(|length| length > LARGEST_BODY) {
        // A client that asks before it sends must not be told to go ahead.
        if !headers.contains_key(EXPECT) {
            tokio::spawn(drain(body));
        }
        return Err(too_large());
    }
    match Limited::new(&mut body, LARGEST_BODY).collect().await {
        Ok(whole) => Ok(whole.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => {
            tokio::spawn(drain(body));
            Err(too_large())
        }
        Err(_) => Err(Error::Refused(400, "The request body broke off.".into())),
    }
}

/// Reads on and throws away, within reason, while the answer is on its way: many clients look for it only after they have sent
/// everything.
async fn drain(mut body: Incoming) {
    let work = async {
        let mut left = DRAINED;
        while left > 0
            && let Some(Ok(frame)) = body.frame().await
        {
            left = left.saturating_sub(frame.data_ref().map_or(0, Bytes::len));
        }
    };
    // When the time is up, the connection simply ends.
    let _ = tokio::time::timeout(DRAINING, work).await;
}

fn too_large() -> Error {
    Error::Refused(413, format!("The request body is larger than {} MiB.", LARGEST_BODY / 1024 / 1024))
}

/// All lines of a header, joined as HTTP allows; bytes beyond ASCII are read as UTF-8.
fn text(headers: &HeaderMap, name: &HeaderName) -> String {
    let mut lines = headers.get_all(name).iter().map(|line| String::from_utf8_lossy(line.as_bytes()));
    let mut text = lines.next().map(Cow::into_owned).unwrap_or_default();
    for line in lines {
        text.push_str(", ");
        text.push_str(&line);
    }
    text
}

fn cookies(headers: &HeaderMap) -> Vec<(String, String)> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.trim_matches('"').to_owned())).collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn cookies_are_read_from_every_line() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, "a=1; b=\"2\"".parse().unwrap());
        headers.append(COOKIE, "c=x=y;broken".parse().unwrap());
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(cookies(&headers), [pair("a", "1"), pair("b", "2"), pair("c", "x=y")]);
    }

    #[test]
    fn repeated_headers_are_joined() {
        let mut headers = HeaderMap::new();
        headers.append(ACCEPT, "text/html".parse().unwrap());
        headers.append(ACCEPT, "application/json".parse().unwrap());
        assert_eq!(text(&headers, &ACCEPT), "text/html, application/json");
    }
}
