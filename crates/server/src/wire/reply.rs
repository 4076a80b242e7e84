//! From answers and errors to HTTP. Errors take the contract's shapes here and nowhere else.

use bytes::Bytes;
use http::{
    HeaderValue, StatusCode,
    header::{CONTENT_TYPE, HeaderName},
};
use percent_encoding::{CONTROLS, utf8_percent_encode};
use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Body};
use vestibule_pages::{Look, Problem};
use vestibule_resource::Error;

use super::exchange::Whole;
use crate::route::Route;

/// Who reads a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// A program: JSON in the contract's shapes.
    Program,
    /// A person: a page.
    Person,
}

impl Reader {
    /// Who asks at such an address.
    pub(crate) fn of(route: Route<'_>) -> Self {
        if route.is_api() { Reader::Program } else { Reader::Person }
    }
}

/// What is answered instead of what was asked for. `id` is the request's, by which an administrator finds the log line.
pub(crate) fn refusal(error: &Error, reader: Reader, id: &str, look: &Look<'_>) -> Answer {
    let page = |status, sentence| {
        let problem = Problem { status, sentence, reference: Some(id), ..Problem::default() };
        Answer::html(status, vestibule_pages::error_page(look, &problem))
    };
    match (error, reader) {
        (Error::Internal(text), _) => {
            tracing::error!(error = text, "a request failed");
            page(500, None)
        }
        (Error::Throttled(seconds), Reader::Program) => throttled(*seconds),
        (Error::Throttled(seconds), Reader::Person) => page(429, None).with("retry-after", seconds.to_string()),
        (Error::NotFound(text), Reader::Program) if !text.is_empty() => detail(404, text),
        (Error::NotFound(_), _) => page(404, None),
        (Error::Unauthenticated(text) | Error::Denied(text), Reader::Program) => detail(403, text),
        (Error::Unauthenticated(text) | Error::Denied(text), Reader::Person) => page(403, Some(text)),
        (Error::Refused(status, text), Reader::Program) => detail(*status, text),
        (Error::Refused(status, text), Reader::Person) => page(*status, Some(text)),
        (Error::Invalid(Json::Null), _) => Answer::empty(400),
        (Error::Invalid(body), Reader::Program) => Answer::json(400, body.clone()),
        (Error::Invalid(_), Reader::Person) => page(400, None),
    }
}

fn detail(status: u16, text: &str) -> Answer {
    Answer::json(status, json!({ "detail": text }))
}

fn throttled(seconds: u32) -> Answer {
    let unit = if seconds == 1 { "second" } else { "seconds" };
    let text = format!("Request was throttled. Expected available in {seconds} {unit}.");
    detail(429, &text).with("retry-after", seconds.to_string())
}

/// An answer as HTTP, without the headers that every answer carries.
pub(super) fn response(answer: Answer) -> Whole {
    let (kind, bytes) = match answer.body {
        Body::Empty => (None, Bytes::new()),
        Body::Json(json) => (Some("application/json"), json_bytes(&json)),
        Body::JsonText(bytes) => (Some("application/json"), bytes),
        Body::Html(page) => (Some("text/html; charset=utf-8"), page.into()),
        Body::Other(kind, bytes) => (Some(kind), bytes),
    };
    let mut response = Whole::new(bytes);
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.reserve(HEADERS);
    if let Some(kind) = kind {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    for (name, value) in answer.headers {
        // Addresses may hold any letter; what HTTP cannot carry is written in percent.
        let value = if name == "location" { utf8_percent_encode(&value, CONTROLS).to_string() } else { value };
        match HeaderValue::from_str(&value) {
            Ok(value) => drop(headers.append(HeaderName::from_static(name), value)),
            Err(_) => tracing::warn!(name, "a header value that HTTP cannot carry was left out"),
        }
    }
    response
}

/// Room for a usual body, in bytes.
const USUAL: usize = 1024;

/// Room for the headers of a usual answer, those that every answer carries included.
const HEADERS: usize = 16;

fn json_bytes(json: &Json) -> Bytes {
    let mut bytes = Vec::with_capacity(USUAL);
    match serde_json::to_writer(&mut bytes, json) {
        Ok(()) => bytes.into(),
        Err(_) => Bytes::new(),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn shown(error: &Error) -> (u16, Json) {
        let answer = refusal(error, Reader::Program, "0123", &Look::default());
        match answer.body {
            Body::Json(body) => (answer.status, body),
            Body::Html(page) => (answer.status, page.into()),
            Body::Empty => (answer.status, Json::Null),
            _ => unreachable!("an error has a small body"),
        }
    }

    #[test]
    fn programs_read_errors_in_the_contracts_shapes() {
        assert_eq!(shown(&Error::field("name", "This field is required.")), (400, json!({ "name": ["This field is required."] })));
        assert_eq!(shown(&Error::unauthenticated()), (403, json!({ "detail": "Authentication credentials were not provided." })));
        assert_eq!(shown(&Error::denied()), (403, json!({ "detail": "You do not have permission to perform this action." })));
        assert_eq!(shown(&Error::no_match("Flow")), (404, json!({ "detail": "No Flow matches the given query." })));
        assert_eq!(
            shown(&Error::Refused(405, "Method \"PUT\" not allowed.".into())),
            (405, json!({ "detail": "Method \"PUT\" not allowed." }))
        );
        assert_eq!(shown(&Error::Invalid(Json::Null)), (400, Json::Null));
    }

    #[test]
    fn a_throttled_program_hears_how_long_to_wait() {
        let answer = refusal(&Error::Throttled(2), Reader::Program, "0123", &Look::default());
        assert_eq!(answer.headers, [("retry-after", "2".to_owned())]);
        assert_eq!(shown(&Error::Throttled(2)).1, json!({ "detail": "Request was throttled. Expected available in 2 seconds." }));
    }

    #[test]
    fn our_own_faults_show_a_reference_and_nothing_else() {
        let (status, page) = shown(&Error::internal("password=hunter2"));
        assert_eq!(status, 500);
        let page = page.as_str().unwrap();
        assert!(page.contains("0123") && !page.contains("hunter2"), "{page}");
    }

    #[test]
    fn people_read_pages_with_a_reference() {
        let answer = refusal(&Error::denied(), Reader::Person, "0123", &Look::default());
        assert_eq!(answer.status, 403);
        assert!(matches!(answer.body, Body::Html(page) if page.contains("0123")));
    }

    #[test]
    fn an_unknown_address_of_the_api_is_a_page_and_an_unknown_object_is_not() {
        assert_eq!(shown(&Error::NotFound(String::new())).0, 404);
        assert!(shown(&Error::NotFound(String::new())).1.is_string());
        assert!(shown(&Error::NotFound("Not found.".into())).1.is_object());
    }

    #[test]
    fn a_header_value_cannot_add_a_header() {
        let answer = Answer::redirect("/a\r\nset-cookie: b=c").with("etag", "x\r\nset-cookie: b=c");
        let response = response(answer);
        assert_eq!(response.headers().keys().map(HeaderName::as_str).collect::<Vec<_>>(), ["location"]);
        assert_eq!(response.headers().get("location").unwrap(), "/a%0D%0Aset-cookie: b=c");
    }

    #[test]
    fn a_redirect_leads_to_addresses_in_any_script() {
        assert_eq!(response(Answer::redirect("/ä?next=%2F")).headers().get("location").unwrap(), "/%C3%A4?next=%2F");
    }
}
