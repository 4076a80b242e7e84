//! A request and its reply.

use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use reqwest::Client;
use url::Url;

use crate::OutboundError;

/// Longest reply that is read unless the request says otherwise: 1 MiB.
const LONGEST: usize = 1024 * 1024;

/// Longest time for a reply unless the request says otherwise.
const LIMIT: Duration = Duration::from_secs(10);

/// A request to another server.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// Method.
    pub method: Method,
    /// Address.
    pub url: Url,
    /// Headers beside those that every request has.
    pub headers: HeaderMap,
    /// Body.
    pub body: Vec<u8>,
    /// Longest time until the reply is read.
    pub limit: Duration,
    /// Longest body that is read.
    pub longest: usize,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Reply {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Vec<u8>,
}

impl Exchange {
    /// A GET request.
    ///
    /// # Errors
    /// When that is no address of another server.
    pub fn get(url: &str) -> Result<Self, OutboundError> {
        let read = Url::parse(url).ok().filter(|url| ["http", "https"].contains(&url.scheme()));
        let url = read.ok_or_else(|| OutboundError(format!("{url:?} is no http or https address")))?;
        Ok(Exchange { method: Method::GET, url, headers: HeaderMap::new(), body: Vec::new(), limit: LIMIT, longest: LONGEST })
    }

    /// With this header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        self
    }

    /// With so much time.
    #[must_use]
    pub fn within(self, limit: Duration) -> Self {
        Exchange { limit, ..self }
    }

    pub(crate) async fn run(self, client: &Client) -> Result<Reply, OutboundError> {
        let told = |error: reqwest::Error| OutboundError(reason(&error.without_url()));
        let request = client.request(self.method, self.url).headers(self.headers).body(self.body);
        let mut response = request.send().await.map_err(told)?;
        let (status, headers) = (response.status(), response.headers().clone());
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(told)? {
            if body.len() + chunk.len() > self.longest {
                return Err(OutboundError(format!("the reply is longer than {} bytes", self.longest)));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Reply { status, headers, body })
    }
}

/// What went wrong, down to its cause.
fn reason(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text = format!("{text}: {cause}");
        next = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_servers_have_addresses() {
        for url in ["file:///etc/passwd", "ftp://example.com/", "nonsense", ""] {
            assert!(Exchange::get(url).is_err(), "{url}");
        }
        assert!(Exchange::get("https://example.com/x").is_ok());
    }
}
