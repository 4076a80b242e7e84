//! What the server answered.

use std::ops::Index;

use serde_json::Value as Json;

/// An answer, with assertions that show all of it when they fail.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers, names in lower case, in their order.
    pub headers: Vec<(String, String)>,
    /// The body as it came.
    pub bytes: Vec<u8>,
    /// The body as JSON; null when it is not JSON.
    pub body: Json,
    what: String,
}

impl Answer {
    pub(crate) fn new(what: &str, status: u16, headers: Vec<(String, String)>, bytes: Vec<u8>) -> Answer {
        let body = serde_json::from_slice(&bytes).unwrap_or(Json::Null);
        Answer { status, headers, bytes, body, what: what.into() }
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The first header of this (lower-case) name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// Fails unless the status is this one.
    #[track_caller]
    pub fn assert_status(self, status: u16) -> Answer {
        assert_eq!(self.status, status, "{self}");
        self
    }

    /// Fails unless status and body are these.
    #[track_caller]
    pub fn assert(self, status: u16, body: Json) -> Answer {
        assert_eq!((self.status, &self.body), (status, &body), "{self}");
        self
    }

    /// Fails unless the body says this under `key`.
    #[track_caller]
    pub fn assert_has(self, key: &str, value: Json) -> Answer {
        assert_eq!(self.body[key], value, "{key} in {self}");
        self
    }

    /// The text under `key`; fails when there is none.
    #[track_caller]
    pub fn str(&self, key: &str) -> String {
        self.body[key].as_str().unwrap_or_else(|| panic!("no text {key:?} in {self}")).to_owned()
    }

    /// The whole number under `key`; fails when there is none.
    #[track_caller]
    pub fn int(&self, key: &str) -> i64 {
        self.body[key].as_i64().unwrap_or_else(|| panic!("no number {key:?} in {self}"))
    }

    /// The values of one key over all results of a list.
    #[track_caller]
    pub fn column(&self, key: &str) -> Vec<Json> {
        let results = self.body["results"].as_array().unwrap_or_else(|| panic!("no results in {self}"));
        results.iter().map(|row| row[key].clone()).collect()
    }

    /// How many objects a list has over all its pages.
    #[track_caller]
    pub fn count(&self) -> i64 {
        self.body["pagination"]["count"].as_i64().unwrap_or_else(|| panic!("no count in {self}"))
    }

    /// The messages of a flow challenge's errors, as `field: message`, sorted.
    pub fn complaints(&self) -> Vec<String> {
        let mut told = Vec::new();
        for (field, errors) in self.body["response_errors"].as_object().into_iter().flatten() {
            told.extend(
                errors.as_array().into_iter().flatten().map(|error| format!("{field}: {}", error["string"].as_str().unwrap_or("?"))),
            );
        }
        told.sort();
        told
    }
}

impl Index<&str> for Answer {
    type Output = Json;

    fn index(&self, key: &str) -> &Json {
        &self.body[key]
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} answered {}:\n{}", self.what, self.status, self.text())
    }
}
