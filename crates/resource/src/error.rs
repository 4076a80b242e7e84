//! The one error type. It is rendered in one place, in the contract's shapes.

use serde_json::{Map, Value as Json};

/// The result of everything that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a request was not carried out.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// 400: the request does not make sense. The body, as the contract shapes it.
    Invalid(Json),
    /// 403 (the contract never answers 401): nobody is known to be asking.
    Unauthenticated(String),
    /// 403: who asks may not do that.
    Denied(String),
    /// 404: nothing there that who asks may see.
    NotFound(String),
    /// Another status with a `detail`: 405, 406, 413, 415.
    Refused(u16, String),
    /// 429, with the seconds to wait.
    Throttled(u32),
    /// 500: our fault. The text goes to the log, never to the client.
    Internal(String),
}

impl Error {
    /// The refusal of a caller who is known but not permitted.
    pub fn denied() -> Self {
        Error::Denied("You do not have permission to perform this action.".into())
    }

    /// The refusal of a caller who said nothing about who they are.
    pub fn unauthenticated() -> Self {
        Error::Unauthenticated("Authentication credentials were not provided.".into())
    }

    /// An object that is not there, or not to be seen.
    pub fn no_match(name: &str) -> Self {
        Error::NotFound(format!("No {name} matches the given query."))
    }

    /// What the contract has and this server cannot do yet, in a sentence for whoever asked.
    pub fn not_possible(sentence: impl Into<String>) -> Self {
        Error::non_field(sentence)
    }

    /// Our fault; the text is for the log.
    pub fn internal(text: impl Into<String>) -> Self {
        Error::Internal(text.into())
    }

    /// One field with one message.
    pub fn field(name: &str, message: impl Into<String>) -> Self {
        let mut invalid = Invalid::default();
        invalid.add(name, message);
        invalid.into()
    }

    /// A message that belongs to no single field.
    pub fn non_field(message: impl Into<String>) -> Self {
        Error::field("non_field_errors", message)
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::Invalid(body) => write!(out, "invalid: {body}"),
            Error::Unauthenticated(text) | Error::Denied(text) | Error::NotFound(text) | Error::Internal(text) => out.write_str(text),
            Error::Refused(status, text) => write!(out, "{status}: {text}"),
            Error::Throttled(seconds) => write!(out, "throttled for {seconds} s"),
        }
    }
}

impl std::error::Error for Error {}

/// Messages gathered per field, so that one answer tells everything that is wrong.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Invalid {
    fields: Map<String, Json>,
}

impl Invalid {
    /// Adds a message to a field.
    pub fn add(&mut self, field: &str, message: impl Into<String>) {
        let list = self.fields.entry(field).or_insert_with(|| Json::Array(Vec::new()));
        if let Json::Array(messages) = list {
            messages.push(Json::String(message.into()));
        }
    }

    /// Puts a nested body (an object per field, or a list of them) at a field.
    pub fn nest(&mut self, field: &str, body: Json) {
        self.fields.insert(field.to_owned(), body);
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Whether that field has a message.
    pub fn has(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }

    /// `Ok` when nothing is wrong.
    ///
    /// # Errors
    /// `Invalid` with all the messages.
    pub fn check(self) -> Result<()> {
        if self.is_empty() { Ok(()) } else { Err(self.into()) }
    }
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        Error::Invalid(Json::Object(invalid.fields))
    }
}
