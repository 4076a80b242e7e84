//! The request behind a question to policies, as data.

use std::{net::IpAddr, sync::Arc};

use serde_json::Value as Json;
use vestibule_core::brands;
use vestibule_engine::Context;
use vestibule_resource::{Record, Result};

/// The request of a visitor behind a question to policies. It only looks: nothing is read before somebody asks for it.
#[derive(Clone, Copy)]
pub struct HttpRequest<'a>(pub(crate) &'a Context);

impl<'a> HttpRequest<'a> {
    /// Address of the visitor.
    pub fn client_ip(&self) -> IpAddr {
        self.0.request.ip.to_canonical()
    }

    /// Method in upper case.
    pub fn method(&self) -> &'a str {
        &self.0.request.method
    }

    /// Path, as sent.
    pub fn path(&self) -> &'a str {
        &self.0.request.path
    }

    /// `http` or `https`.
    pub fn scheme(&self) -> &'a str {
        &self.0.request.scheme
    }

    /// Host with its port, as the visitor named it.
    pub fn host(&self) -> &'a str {
        &self.0.request.host
    }

    /// The query string, decoded.
    pub fn get(&self) -> &'a [(String, String)] {
        self.0.request.params.pairs()
    }

    /// A header by its name; `None` when it was not sent, and for those that the server does not hand on, as `Authorization`.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        self.headers().into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// All headers that are handed on, by their names in lower case. Those that carry secrets are not among them.
    pub fn headers(&self) -> Vec<(&'static str, &'a str)> {
        let request = &self.0.request;
        let all = [
            ("host", request.host.as_str()),
            ("user-agent", &request.user_agent),
            ("accept", &request.accept),
            ("accept-language", &request.language),
            ("content-type", &request.content_type),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// Cookies that the browser sent.
    pub fn cookies(&self) -> &'a [(String, String)] {
        &self.0.request.cookies
    }

    /// A value that the visitor's session keeps.
    pub fn session(&self, name: &str) -> Option<Json> {
        self.0.session.lock().get(name).cloned()
    }

    /// Names of the values that the visitor's session keeps.
    pub fn session_names(&self) -> Vec<String> {
        self.0.session.lock().data().keys().cloned().collect()
    }

    /// Who is logged in.
    pub fn user(&self) -> Option<&'a Record> {
        self.0.caller.identity().map(|identity| &identity.user)
    }

    /// The brand of the host.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn brand(&self) -> Result<Option<Arc<Record>>> {
        brands::of_host(&self.0.store, &self.0.request.host).await
    }
}
