//! What is sent back.

use bytes::Bytes;
use serde_json::Value as Json;

/// An answer, not yet in HTTP terms of any library.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Headers beyond those that every answer carries.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Body,
}

/// The body of an answer.
#[derive(Debug, Clone)]
pub enum Body {
    /// None.
    Empty,
    /// JSON.
    Json(Json),
    /// Bytes that are JSON already.
    JsonText(Bytes),
    /// A page.
    Html(String),
    /// Anything else, with its media type.
    Other(&'static str, Bytes),
}

impl Answer {
    /// JSON with a status.
    pub fn json(status: u16, body: Json) -> Self {
        Answer { status, headers: Vec::new(), body: Body::Json(body) }
    }

    /// Success without a body.
    pub fn no_content() -> Self {
        Answer::empty(204)
    }

    /// A status without a body.
    pub fn empty(status: u16) -> Self {
        Answer { status, headers: Vec::new(), body: Body::Empty }
    }

    /// A page.
    pub fn html(status: u16, page: String) -> Self {
        Answer { status, headers: Vec::new(), body: Body::Html(page) }
    }

    /// 302 to another address.
    pub fn redirect(to: impl Into<String>) -> Self {
        Answer { status: 302, headers: vec![("location", to.into())], body: Body::Empty }
    }

    /// Adds a header.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}
